### What the program says in the terminal, beside the findings themselves.

## The severity of a finding, and what begins the lines beneath it.

severity-error = fout
severity-warning = waarschuwing
severity-note = opmerking

report-why = waarom
report-help = advies

## What the program is doing.

phase-read = Bestanden lezen
phase-parse = Teksten ontleden
phase-model = Overeenkomsten opbouwen
phase-audience = Bepalen wat lezers mogen zien
phase-resolve = Verwijzingen en begrippen opzoeken
phase-analyse = Overeenkomsten vergelijken
phase-check = Teksten nalopen
phase-render = Pagina’s maken
phase-search = Zoekindex maken
phase-guard = Controleren of niets uitlekt
phase-write = Site wegschrijven

## The closing line. $parts are the counts below that are not zero, with commas between them.

summary-built = Site gebouwd: { $parts } ({ $time })
summary-failed = Site niet gebouwd: { $parts } ({ $time })
summary-checked = Nagelopen: { $parts } ({ $time })

summary-pages = { $count ->
    [one] { $count } pagina
   *[other] { $count } pagina’s
}
summary-languages = { $count ->
    [one] { $count } taal
   *[other] { $count } talen
}
summary-vendors = { $count ->
    [one] { $count } leverancier
   *[other] { $count } leveranciers
}
summary-agreements = { $count ->
    [one] { $count } overeenkomst
   *[other] { $count } overeenkomsten
}
summary-errors = { $count ->
    [one] { $count } fout
   *[other] { $count } fouten
}
summary-warnings = { $count ->
    [one] { $count } waarschuwing
   *[other] { $count } waarschuwingen
}
summary-notes = { $count ->
    [one] { $count } opmerking
   *[other] { $count } opmerkingen
}
summary-no-findings = geen bevindingen
summary-withheld = { $count ->
    [one] { $count } bepaling achtergehouden
   *[other] { $count } bepalingen achtergehouden
}
summary-time = { $milliseconds } ms

summary-read = Site gelezen: { $parts } ({ $time })

## De voorbeeldweergave.

preview-listening = Voorbeeldweergave op { $url } (Ctrl-C sluit af)
preview-exposed = Anderen op het netwerk kunnen deze voorbeeldweergave bekijken: alles wat dit publiek mag lezen, is te zien.
preview-exposed-folder = Anderen op het netwerk kunnen deze map zien: alles wat erin staat ligt open.
preview-no-site = { $folder } is geen map: geef met --root aan waar de site staat, of maak er een met clausewerk init
preview-no-folder = { $folder } is geen map: bouw een site met clausewerk build; die komt in public/ te staan, tenzij anders opgegeven
preview-gone-site = de map { $folder } is er niet meer; zet haar terug of sluit de voorbeeldweergave af
preview-unbuilt = In { $folder } staat geen index.html: is dit een gebouwde site? clausewerk build maakt er een, in public/ tenzij anders opgegeven
preview-port-taken = kan niet luisteren op poort { $port } van { $address }: draait er al een voorbeeldweergave? Kies een andere poort met --port, of 0 voor een willekeurige vrije
preview-no-port = kan niet luisteren op poort { $port } van { $address }: kies een andere poort met --port, of een ander adres met --interface
preview-failed = het programma is onverwacht vastgelopen bij het lezen van de site; meld dit als een fout van Clausewerk
preview-unread = De site kon niet worden gelezen; wat eerder is gelezen blijft staan: { $error }
preview-polling = Het systeem meldt niet dat bestanden wijzigen ({ $error }); daarom wordt er twee keer per seconde naar gekeken.
preview-label = Voorbeeldweergave
preview-faults = De site bevat fouten; zo was hij daarvoor
preview-errors = De site bevat fouten
preview-gone = Deze pagina bestaat niet meer
preview-lost = De voorbeeldweergave antwoordt niet; deze pagina kan verouderd zijn
preview-hide = Verbergen
preview-untold = Wat er mis is staat hier niet, omdat anderen deze voorbeeldweergave kunnen bekijken. De terminal meldt het, en clausewerk build ook.
preview-bar = Voorbeeldbalk
preview-fold = Balk inklappen
preview-unfold = Voorbeeldbalk tonen
preview-findings = Bevindingen op deze pagina
preview-elsewhere = Op de rest van de site: { $counts }.
preview-read-as = Lezen als
preview-audience = { $audience ->
    [public] Publiek
    [customers] Klanten
   *[internal] Intern
}
preview-twin = In het { $language }
preview-source = Bron
preview-copy = { $place } kopiëren
preview-copied = Gekopieerd: { $place }
preview-keep = Klik in de tekst om de plaats hier vast te houden.
preview-built = Gebouwd { $time } ({ $took } ms)
swapped-file-by-file = De map kon niet in haar geheel worden verwisseld (is het een koppelpunt?); de bestanden zijn een voor een vervangen.

init-done = { $count } bestanden gemaakt in { $folder }. Bekijk de site met: clausewerk serve --root { $folder } --open

report-more = { $count ->
    [one] … en nog { $count } bevinding.
   *[other] … en nog { $count } bevindingen.
}

## Regels.

explain-more = Over één ervan: clausewerk explain REGEL
explain-unknown = er is geen regel “{ $rule }”
explain-suggestion = bedoelde u { $suggestion }?

example-translation = vertaling
example-schedule = overeenkomst die erbij hoort
example-agreement = agreement.toml
example-clausewerk = clausewerk.toml
example-coverage = coverage.toml
example-facts = facts.toml
example-page = eigen pagina
example-sub-processors = sub-processors.toml
example-elsewhere = sub-processors.toml van een andere leverancier
example-company = bestand van een bedrijf

area-structure = Nummers en opbouw
area-references = Verwijzingen
area-definitions = Begripsbepalingen
area-law = Wetgeving
area-translation = Vertalingen
area-drafting = Redactie
area-audience = Publiek
area-markup = Markdown en kenmerken
area-tables = TOML-bestanden
area-files = Bestanden
area-themes = Meldingen en thema’s
area-sub-processors = Subverwerkers
area-site = De gebouwde site

# `clausewerk notice`.
notice-none = Er is geen wijziging aangekondigd.
notice-unknown = er is geen aangekondigde wijziging `{ $change }`.{ $suggestion ->
        [none] {""}
       *[other] {" "}Bedoelt u { $suggestion }?
    } `clausewerk notice` noemt ze.
# $day: wanneer zij is ingetrokken, of ingeschreven.
notice-not-announced = van `{ $change }` is er geen mededeling: { $why ->
        [withdrawn] de wijziging is op { $day } ingetrokken en gaat niet door.
        [later] de wijziging wordt pas op { $day } ingeschreven; `--today` neemt een latere dag.
        [entered] daarmee is alleen ingeschreven wie de leverancier al inschakelde, dus valt er klanten niets mede te delen.
        [corrected] daarmee is een inschrijving verbeterd; er veranderde niets wat klanten moet worden medegedeeld.
        [answer] het is een antwoord op een andere wijziging en zelf geen wijziging; vraag naar de wijziging onder `about`.
       *[internal] klanten mogen niet zien wat er staat; dat bepalen `audience` en `audiences` in `sub-processors.toml`.
    } `clausewerk notice` noemt de aangekondigde wijzigingen.
notice-before = Voordat u de mededeling verstuurt:
# $day may be none.
notice-caution = { $what ->
        [objected] een klant heeft op { $day } bezwaar gemaakt tegen de wijziging: ga eerst na wat daarvan is geworden
        [in-effect] { $day ->
            [none] de wijziging is al ingegaan: vooraf mededelen kan niet meer
           *[other] de wijziging is al op { $day } ingegaan: vooraf mededelen kan niet meer
        }
        [closed] de laatste dag voor bezwaar, { $day }, is voorbij: wie deze brief krijgt, kan niet meer op tijd bezwaar maken; noem een latere dag (`objection-until`)
        [short-notice] de aankondiging is korter dan overeengekomen: een termijn van { $period } vanaf { $from } loopt tot en met { $promised } ({ $clause }), en de wijziging gaat in op { $day }
       *[short-objection] de termijn voor bezwaar is korter dan overeengekomen: een termijn van { $period } vanaf { $from } loopt tot en met { $promised } ({ $clause }), en de genoemde laatste dag is { $day }
    }
notice-lacks = { $state ->
        [withheld] intern, dus niet in de brief: { $lines }
        [not-recorded] nog niet vastgelegd: { $lines }
       *[not-stated] niet vermeld: { $lines }
    }
