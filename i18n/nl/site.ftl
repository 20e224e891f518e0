### Wat lezers op de site zien.

## Op elke pagina.

skip = Naar de inhoud
nav-main = Hoofdmenu
nav-crumbs = Kruimelpad
nav-about = Over deze site
nav-data = Voor programma’s
home = Begin
vendors = Leveranciers

# De vaste woorden onder elke pagina.
foot-standing = Een vergelijking van gepubliceerde contractteksten op een datum. Geen juridisch advies en geen oordeel over naleving; tussen partijen geldt hun eigen overeenkomst. Een pagina of feed is geen mededeling in de zin van enige overeenkomst.
foot-data = Gegevens (JSON)
foot-sitemap = Overzicht van alle pagina’s

appearance = Weergave
    .auto = als het systeem
    .light = licht
    .dark = donker

## Taal.

# Hoe een taal in een zin of kop heet.
language-name = { $code ->
    [nl] Nederlands
    [en] Engels
    [de] Duits
    [fr] Frans
   *[other] { $code }
}
original = origineel
translation = vertaling
no-translation = geen Nederlandse vertaling
side-by-side = beide talen naast elkaar
both-languages = beide talen

## Wat niet is gezegd, vastgelegd of openbaar. Drie verschillende dingen.

not-stated = niet vermeld
not-recorded = niet vastgelegd
on-request = op aanvraag
on-request-hint = [op aanvraag]
partly = (deels)
unnumbered = een bepaling zonder nummer

# $audience: customers, internal of public.
for-audience = { $audience ->
    [customers] voor klanten
    [internal] voor intern gebruik
   *[public] voor iedereen
}

# In plaats van tekst die deze lezers niet mogen zien. $what: agreement, main, annex, article.
stub = { $audience ->
    [customers] { $what ->
        [agreement] Deze overeenkomst is voor klanten van { $vendor } en staat hier niet.
        [main] Deze tekst is voor klanten van { $vendor } en staat hier niet.
        [annex] Deze bijlage is voor klanten van { $vendor } en staat hier niet.
       *[article] Dit artikel is voor klanten van { $vendor } en staat hier niet.
    }
   *[internal] { $what ->
        [agreement] Deze overeenkomst is alleen voor intern gebruik en staat hier niet.
        [main] Deze tekst is alleen voor intern gebruik en staat hier niet.
        [annex] Deze bijlage is alleen voor intern gebruik en staat hier niet.
       *[article] Dit artikel is alleen voor intern gebruik en staat hier niet.
    }
}
stub-ask = Opvragen kan via
    .vendor = de contacten van { $vendor }
    .here = Opvragen kan via de contacten op deze pagina.

## Overeenkomsten.

# $text: summary of verbatim.
text-kind = { $text ->
    [verbatim] Letterlijke tekst
   *[summary] Samenvatting
}
    .own-words = in onze woorden
    .in-line = { $text ->
        [verbatim] letterlijke tekst
       *[summary] samenvatting
    }

# $status: model, offered, signed of superseded.
status = { $status ->
    [model] model
    [offered] aangeboden
    [signed] ondertekend
    [superseded] vervangen
   *[other] { $status }
}

status-is = status: { status }

# Wat een vertaling waard is. $status: informative, equally-authentic, sworn of none.
translation-status = { $status ->
    [sworn] beëdigde vertaling
   *[other] vertaling
} uit het { $original ->
    [nl] Nederlands
    [en] Engels
   *[other] origineel
}{ $status ->
    [informative] , ter informatie
    [equally-authentic] , gelijkelijk authentiek
   *[other] { "" }
}

translation-standing = { $status ->
    [informative] ter informatie
    [equally-authentic] gelijkelijk authentiek
   *[sworn] door een beëdigd vertaler
}
version-is = versie { $version }
    .not-stated = versie niet vermeld
belongs-to = hoort bij { $agreement }
belongs-to-prevails = gaat bij strijdigheid voor

# Hoeveel er staat.
extent = { $articles ->
    [0] { $annexes ->
        [0] { "" }
        [one] 1 bijlage
       *[other] { $annexes } bijlagen
    }
    [one] 1 artikel{ $annexes ->
        [0] { "" }
        [one] , 1 bijlage
       *[other] , { $annexes } bijlagen
    }
   *[other] { $articles } artikelen{ $annexes ->
        [0] { "" }
        [one] , 1 bijlage
       *[other] , { $annexes } bijlagen
    }
}
extent-in-clauses = { $articles ->
    [0] { $clauses ->
        [one] 1 bepaling
       *[other] { $clauses } bepalingen
    }
    [one] 1 artikel, { $clauses ->
        [one] 1 bepaling
       *[other] { $clauses } bepalingen
    }
   *[other] { $articles } artikelen, { $clauses ->
        [one] 1 bepaling
       *[other] { $clauses } bepalingen
    }
}
count-agreements = { $count ->
    [0] geen overeenkomsten
    [one] 1 overeenkomst
   *[other] { $count } overeenkomsten
}

# In welke talen. $translation is none als er geen vertaling is.
languages-of = { $original ->
    [nl] Nederlands origineel
    [en] Engels origineel
   *[other] origineel in { $original }
}{ $translation ->
    [none] { "" }
    [nl] , Nederlandse vertaling
    [en] , Engelse vertaling
   *[other] , vertaling in { $translation }
}

## De beschrijving boven een tekst.

colophon-text = Tekst
colophon-language = Taal
colophon-original = Origineel
colophon-translation = Vertaling
colophon-version = Versie
# $kind: date, effective, signed of received.
colophon-date = { $kind ->
    [effective] Geldt sinds
    [signed] Ondertekend op
    [received] Ontvangen op
   *[date] Datum
}
colophon-prevailing = Welke taal gaat voor
prevailing-equal = beide talen gelijk
prevailing = { $code ->
    [nl] de Nederlandse tekst
    [en] de Engelse tekst
   *[other] de tekst in { $code }
}
colophon-belongs-to = Hoort bij
colophon-verified = Vergeleken met de bron
colophon-audience = Voor wie
colophon-on-request = Op aanvraag

# Staat boven elke samenvatting.
standing-summary = Dit is niet de tekst van { $vendor }.
    .more = Elke bepaling is in eigen woorden weergegeven en dient niet als bewijs of ter ondertekening. Wat tussen partijen geldt, staat in hun eigen overeenkomst.

## De pagina van een overeenkomst.

agreement-title = { $text ->
    [verbatim] { $title } { $vendor }
   *[summary] { $title } { $vendor } (samenvatting)
}
agreement-description = { $text ->
    [verbatim] { $title } van { $vendor }, bepaling voor bepaling
   *[summary] { $title } van { $vendor }, bepaling voor bepaling samengevat
}{ extent-follows }
# Hoeveel er staat, waar dat te zeggen is. $articles, $annexes.
extent-follows = { $articles ->
    [0] { "." }
   *[other] : { extent }.
}
# Wat in een beschrijving volgt. $version is none als de versie niet vermeld is.
agreement-state = { languages-of }; { status-is }; { $version ->
    [none] { version-is.not-stated }
   *[other] { version-is }
}.
processor = verwerker
shown-in-original = { $wanted ->
   *[nl] Een Nederlandse vertaling is er niet.
} { $shown ->
    [en] Hieronder staat het Engelse origineel.
   *[other] Hieronder staat het origineel.
}
shown-in-other = { $wanted ->
   *[nl] Deze pagina is er niet in het Nederlands.
} { $shown ->
    [en] Hieronder staat de Engelse tekst.
   *[other] Hieronder staat de tekst in een andere taal.
}
contents = Inhoud
contents-label = Inhoud van de overeenkomst
previous = Vorige:
next = Volgende:
notes = Noten
note-mark = Noot { $number }
note-back = Terug naar { $where }
    .unnumbered = Terug naar de tekst
as-data = Deze tekst als gegevens (JSON)
    .summary = Ook daarin is het een samenvatting en niet de tekst van de leverancier.
as-plain-text = Deze tekst als platte tekst
    .sha256 = SHA-256 van dat bestand:
    .check = Ter controle bewaart u het bestand en geeft u de opdracht
printed-from = Afgedrukt van { $address }
# In de marges van een afdruk.
print-title = { $title } { $vendor }
print-count = Pagina { $page } van { $pages }
# $why: summary, translation, incomplete, model, signed, superseded of page.
print-standing = { $why ->
    [summary] Samenvatting, niet de tekst van de leverancier. Niet ter ondertekening.
    [translation] Vertaling. Niet ter ondertekening.
    [incomplete] Niet volledig: een deel is op aanvraag. Niet ter ondertekening.
    [model] Model. Niet ter ondertekening.
    [signed] Al ondertekend. Niet ter ondertekening.
    [superseded] Vervangen. Niet ter ondertekening.
   *[page] Geen overeenkomst en geen juridisch advies. Niet ter ondertekening.
}
print-links = Koppelingen

permanent-link = Vaste koppeling naar { $place }
colophon-parties = Partijen
# $role: processor, controller, joint-controller, sub-processor of other.
party-role = { $role ->
    [processor] verwerker
    [controller] verwerkingsverantwoordelijke
    [joint-controller] gezamenlijke verwerkingsverantwoordelijke
    [sub-processor] subverwerker
   *[other] andere partij
}
party-is = partij: { party-role }
term-defined-in = Omschreven in
terms-used = Gebruikte begrippen
card-more = Naar deze bepaling
# {host} vult een script in.
card-official = Officiële tekst bij { $host }
term-concept = Begrip: { $name }

# {clause} en {today} vult een script in. $version is none als die niet is vermeld.
citation = { $clause } { $title } { $vendor } ({ $text ->
    [verbatim] { "" }
   *[summary] samenvatting, niet de tekst van de leverancier;{ " " }
}{ $version ->
    [none] versie niet vermeld
   *[other] versie { $version }
}), geraadpleegd { $today }
    .copy = Kopieer verwijzing
    .copied = Gekopieerd

## Twee talen naast elkaar.

bilingual = Tweetalig
bilingual-heading = { $original ->
    [nl] Nederlands
    [en] Engels
   *[other] { $original }
} naast { $translation ->
    [nl] Nederlands
    [en] Engels
   *[other] { $translation }
}
bilingual-title = { $title } { $vendor }, { bilingual-heading }{ $text ->
    [verbatim] { "" }
   *[summary] { " " }(samenvatting)
}
bilingual-description = { $text ->
    [verbatim] { $title } van { $vendor } in twee talen, bepaling naast bepaling
   *[summary] { $title } van { $vendor } in twee talen samengevat, bepaling naast bepaling
}{ extent-follows }
# In plaats van een bepaling die in een van beide talen ontbreekt.
no-twin = { $code ->
    [nl] Ontbreekt in de Nederlandse tekst.
    [en] Ontbreekt in de Engelse tekst.
   *[other] Ontbreekt in deze taal.
}
notes-in = { $code ->
    [nl] Noten bij de Nederlandse tekst
    [en] Noten bij de Engelse tekst
   *[other] Noten ({ $code })
}

## Begin en leveranciers.

home-heading = Wat verwerkers beloven, bepaling voor bepaling
home-lede = { $agreements ->
    [0] Er zijn nog geen overeenkomsten opgenomen.
    [one] De overeenkomst van { vendors-counted } over de verwerking van persoonsgegevens, om te lezen en na te slaan.
   *[other] De { $agreements } overeenkomsten van { vendors-counted } over de verwerking van persoonsgegevens, om te lezen en na te slaan.
}
vendors-counted = { $vendors ->
    [one] 1 leverancier
   *[other] { $vendors } leveranciers
}
all-vendors = alle leveranciers
home-what = Wat deze site is, en wat niet
    .is = Wel: een leeswijzer. Elke bepaling staat onder haar eigen nummer, en elk zwijgen wordt als zwijgen getoond.
    .is-not = Niet: een keurmerk, een advies of een oordeel over naleving. Wat geldt, staat in het contract van de partijen zelf.
    .summaries = Waar een overeenkomst hier is samengevat, staat dat erboven.

vendors-lede = { $vendors ->
    [0] Er zijn nog geen leveranciers.
    [one] 1 leverancier en zijn overeenkomsten.
   *[other] { $vendors } leveranciers en hun overeenkomsten, op alfabet.
}
vendors-description = Alle leveranciers op deze site, met wat zij doen en hun overeenkomsten, op alfabet.
    .names = { vendors-counted }: { $names }.

vendor-kicker = Leverancier · verwerker
vendor-description = { $vendor } als verwerker: { $agreements ->
    [0] { "" }
    [one] 1 overeenkomst met versie en status, en{ " " }
   *[other] { $agreements } overeenkomsten met versie en status, en{ " " }
}bedrijfsgegevens.
legal-name = Statutaire naam
register = Registernummer
services = Diensten
seat = Vestigingsplaats
website = Website
agreements = Overeenkomsten
no-agreements = Er zijn geen overeenkomsten opgenomen.

contacts = Contact
    .persons = Op deze site staan geen namen van personen. Klanten vinden die in hun eigen contract.
    .on-request = Wat op aanvraag is, vraagt u op bij { $vendor }.
# $role: privacy, breach, objection, security of general.
contact-role = { $role ->
    [privacy] Privacy
    [breach] Datalekken
    [objection] Bezwaar tegen een subverwerker
    [security] Beveiliging
   *[general] Algemeen
}

# Wat op de afbeelding staat die bij een gedeelde pagina verschijnt.
card-alt = { $site }: { $tagline }
# Van een eigen pagina die niet met een alinea begint, of niet in deze taal.
page-description = De pagina ‘{ $title }’ van { $site }.

## Zoeken.

search = Zoeken
search-description = Zoek in het Nederlands in alle bepalingen van de overeenkomsten, de begrippen en de pagina’s van deze site.
search-label = Zoek in overeenkomsten en begrippen
search-go = Zoek
search-scripts = Zoeken werkt alleen met scripts aan. Zonder scripts vindt u alles via
    .vendors = de leveranciers en hun overeenkomsten
search-refine = Verfijnen
    .counts = Achter elke keuze staat hoeveel teksten er dan overblijven.
search-kind = Soort
# $kind: agreement, definition of page.
search-kind-is = { $kind ->
    [agreement] overeenkomst
    [definition] begrip
   *[page] pagina
}
search-keys = Toetsen
    .focus = zoeken
    .walk = door de treffers
    .open = openen
# De kop boven wat er in een andere taal is.
search-in = { $code ->
    [nl] In het Nederlands
    [en] In het Engels
   *[other] In een andere taal ({ $code })
}

# Wat hieronder staat, vult een script in. $form is one of other; $n is een
# getal, $q wat er gezocht is.
search-found-clauses = { $form ->
    [one] 1 bepaling
   *[other] { $n } bepalingen
}
search-found-agreements = { $form ->
    [one] { $what } in 1 overeenkomst
   *[other] { $what } in { $n } overeenkomsten
}
search-found-definitions = { $form ->
    [one] 1 begrip
   *[other] { $n } begrippen
}
search-found-pages = { $form ->
    [one] 1 pagina
   *[other] { $n } pagina’s
}
search-found-elsewhere = { $form ->
    [one] 1 tekst over “{ $q }”
   *[other] { $n } teksten over “{ $q }”
}
search-more-clauses = { $form ->
    [one] Nog 1 bepaling
   *[other] Nog { $n } bepalingen
}
search-more-texts = { $form ->
    [one] Nog 1 tekst doorzoeken
   *[other] Nog { $n } teksten doorzoeken
}
search-partly = In de { $n } best passende van { $total } teksten: { $what }
search-none = Niets gevonden voor “{ $q }”.
    .called = Geen bepaling spreekt van “{ $q }”. Onder de naam “{ $name }”: { $what }.
    .any = Geen tekst heeft al deze woorden. Gevonden met een deel ervan: { $what }.
    .chosen = Niets gevonden voor “{ $q }” in wat u hebt aangevinkt.
    .all = Overal zoeken
    .advice = Probeer een ander of korter woord, of minder woorden. Alles staat ook bij
search-failed = Zoeken lukt nu niet. Probeer het later nog eens, of kijk bij
search-definition = Begrip: { $title }
search-note = Noot { $n }
search-topics = Gevonden op onderwerp: { $topics }
search-standing = { $standing ->
    [original] origineel
    [translation] vertaling
   *[foreign] { $code ->
        [nl] alleen in het Nederlands
        [en] alleen in het Engels
       *[other] alleen in een andere taal
    }
}

## Waar niets is.

not-found = Deze pagina bestaat niet
    .more = Misschien is zij verplaatst, of klopt het adres niet.
    .home = Naar het begin

# Wet en plaats

law-citation = artikel { $article }{ $paragraph ->
    [none] {""}
   *[other] {" "}lid { $paragraph }
}{ $point ->
    [none] {""}
   *[other] {" "}onder { $point }
} { $law }
law-repealed = [vervallen per { $since }]
place-article = art. { $number }
place-clause = lid { $number }
place-nth = { $kind ->
    [item] { $rank }e onderdeel
   *[paragraph] { $rank }e alinea
}
place-item = onder { $label }
place-preamble = aanhef
place-heading = ‘{ $heading }’
laws-cited = Aangehaalde wetgeving
laws-as-at = Stand per { $today }.
laws-note = De verwijzingen staan in de gebruikelijke vorm; de tekst zelf kan anders verwijzen.
law-since = van toepassing sinds { $since }
law-repealed-since = vervallen per { $since }
law-relied-until = op afspraken van daarvoor kon tot en met { $until } nog een beroep worden gedaan
law-successor = vervangen door { $law }
law-cited-in = aangehaald in

# Begrippen

definitions = Begrippen
definitions-description = { $concepts ->
    [one] Eén begrip en de gedefinieerde termen
   *[other] { $concepts } begrippen en de gedefinieerde termen
} van alle overeenkomsten, van A tot Z, met de omschrijvingen van de leveranciers naast elkaar.
definitions-lede = { $concepts ->
    [one] Eén begrip
   *[other] { $concepts } begrippen
}, omschreven door { $vendors ->
    [one] één leverancier
   *[other] { $vendors } leveranciers
}: achter elk begrip staat bij hoeveel van hen het is omschreven.
letters = Naar een letter
see = zie
defined-by = Omschreven door
count-of = { $count } van { $all }
and-more = en op nog { $count ->
    [one] één plaats
   *[other] { $count } plaatsen
}
definitions-as-data = Begrippen en omschrijvingen als gegevens (JSON)
definition-title = Begrip: { $name }
definition-description = { $vendors ->
    [0] Het begrip ‘{ $name }’ in overeenkomsten en in de wet.
    [one] Hoe de overeenkomsten van één leverancier ‘{ $name }’ omschrijven.
   *[other] Hoe { $vendors } leveranciers ‘{ $name }’ omschrijven, naast elkaar.
}
concept = Begrip
in-language = { $code ->
    [nl] Nederlands:
    [en] Engels:
   *[other] { $code }:
}
in-the-gdpr = In de wet:
also-called = Ook:
how-defined = Hoe het wordt omschreven
in-own-words = samengevat in onze woorden
used-in = Gebruikt in
used-nowhere = Verder in geen bepaling gebruikt.
against-gdpr = { $reach ->
    [narrower] Enger dan de AVG
    [wider] Ruimer dan de AVG
   *[same] Als in de AVG
}
not-defined = Niet omschreven
not-defined-note = In de hier onderzochte overeenkomsten komt geen eigen omschrijving voor.

## Vergelijkingen en registers.

# $state: stated, covered, partly, not-stated, absent, elsewhere, not-applicable, not-recorded of withheld.
state-word = { $state ->
    [stated] vermeld
    [covered] gevonden
    [partly] deels
    [absent] niet gevonden
    [elsewhere] elders
    [not-applicable] niet van toepassing
    [not-recorded] { not-recorded }
    [not-shown] niet in de getoonde tekst
    [withheld] { on-request }
   *[not-stated] { not-stated }
}
state-means = { $state ->
    [stated] de tekst regelt het
    [covered] de tekst voorziet erin
    [partly] een deel, of met verwijzing
    [absent] onderzocht, niet aangetroffen
    [elsewhere] overgelaten aan een ander document
    [not-applicable] doet zich hier niet voor
    [not-recorded] nog door niemand bekeken
    [not-shown] een deel van de stukken is op aanvraag
    [withheld] in een tekst die niet openbaar is
   *[not-stated] onderzocht, niet aangetroffen
}
state-count = { $count } { state-word }

# $which: shortest, longest, lowest of highest.
extreme = { $which ->
    [shortest] kortste
    [longest] langste
    [lowest] laagste
    [better] gunstigst
    [worse] minst gunstig
   *[highest] hoogste
}
examined = onderzocht:
no-provision = geen bepaling

# Standpunten van de site-eigenaar: alleen in interne uitgaven.
playbook = Onderhandelpunten
playbook-description = Waar elke leverancier staat ten opzichte van onze standpunten.
playbook-lede = { $positions ->
        [one] Eén eigen standpunt
       *[other] { $positions } eigen standpunten
    }, en waar elke leverancier ten opzichte daarvan staat. Per leverancier staat erbij wat te onderhandelen is en welke tekst te vragen.
playbook-standing = Alleen voor intern gebruik. De oordelen volgen uit vastgelegde feiten en eigen standpunten; zij zijn geen juridisch advies.
verdict = { $verdict ->
    [preferred] voorkeur
    [acceptable] aanvaardbaar
    [open] te beoordelen
   *[unacceptable] onaanvaardbaar
}
    .count = { $verdict ->
        [preferred] { $count } voorkeur
        [acceptable] { $count } aanvaardbaar
        [open] { $count } te beoordelen
       *[unacceptable] { $count } onaanvaardbaar
    }
    .means = { $verdict ->
        [preferred] zoals wij het willen
        [acceptable] hiermee kunnen wij leven
        [open] past in geen van de standpunten
       *[unacceptable] hiermee gaan wij niet akkoord
    }
negotiation = Onderhandelen met { $vendor }
negotiation-description = Wat met { $vendor } te onderhandelen is, bepaling voor bepaling, en welke tekst te vragen.
negotiation-lede = Wat de overeenkomsten van { $vendor } zeggen, wat wij willen, en welke tekst wij vragen: in de volgorde van de bepalingen.
negotiation-first = Naar prioriteit
negotiation-silent = Waar de teksten zwijgen
negotiation-agreed = Zoals wij het willen
negotiation-now = Nu bij { $vendor }
negotiation-priority = prioriteit { $priority }
negotiation-ask = Vraag om

reply = Reactie van { $vendor }
    .unaltered = Hoe de leverancier op deze weergave reageerde, ongewijzigd en onverkort.
    .of = reactie van { $vendor } van { $date }
compare = Vergelijken
compare-description = Leveranciers van verwerkingsdiensten naast elkaar: wat { $vendors ->
        [one] één leverancier in zijn
       *[other] { $vendors } leveranciers in hun
    } overeenkomsten vastleggen, met bij elk antwoord de bepaling.
compare-lede = Wat { $vendors ->
        [one] één leverancier
       *[other] { $vendors } leveranciers
    } in hun overeenkomsten vastleggen, met bij elk antwoord de bepaling waarin het staat.
compare-standing = Een vergelijking van overeenkomsten zoals die zijn gepubliceerd; geen advies en geen oordeel over naleving.
# $view: facts of coverage.
compare-view = { $view ->
    [facts] Feiten naast elkaar
    [topics] Bepalingen per onderwerp
    [vendors] Twee leveranciers naast elkaar
    [models] Afwijkingen van het eigen model
    [security] Beveiligingsmaatregelen
    [playbook] Onderhandelpunten
   *[coverage] Wat de wet vraagt
}
    .about = { $view ->
        [facts] Termijnen, bedragen, rechten en plichten per leverancier.
        [topics] De bepalingen van alle leveranciers over één onderwerp.
        [vendors] Bepaling tegen bepaling, met de verschillen woord voor woord.
        [models] De overeenkomsten van leveranciers tegenover ons model, bepaling voor bepaling.
        [security] Wat leveranciers aan maatregelen en certificaten vermelden.
        [playbook] Waar elke leverancier staat ten opzichte van onze standpunten, en welke tekst te vragen.
       *[coverage] De onderdelen van artikel 28 AVG en wat daarbij hoort, en waar de teksten erin voorzien.
    }
compare-facts = { $number ->
    [one] Feiten naast elkaar
   *[other] Feiten naast elkaar, deel { $number }
}
compare-facts-description = Meldtermijnen, auditrecht, subverwerkers, aansprakelijkheid en meer: wat de overeenkomsten van { $vendors ->
        [one] één leverancier
       *[other] { $vendors } leveranciers
    } vermelden, met de bepaling erbij.
compare-facts-lede = Wat { $vendors ->
        [one] één leverancier
       *[other] { $vendors } leveranciers
    } in hun overeenkomsten vermelden, met de bepaling erbij. Zwijgt een tekst, dan staat er welke stukken zijn onderzocht.
compare-facts-standing = Getallen worden alleen vergeleken als eenheid en begin gelijk zijn, en nooit omgerekend.
compare-coverage = { $number ->
    [one] Wat de wet vraagt, en waar het staat
   *[other] Wat de wet vraagt, en waar het staat, deel { $number }
}
compare-coverage-description = De onderdelen van artikel 28 AVG en wat daarbij hoort, en de bepalingen waarin de teksten van { $vendors ->
        [one] één leverancier
       *[other] { $vendors } leveranciers
    } erin voorzien.
compare-coverage-lede = De onderdelen van artikel 28 AVG en wat daarbij hoort, en de bepaling waarin de tekst van elke leverancier erin voorziet.
compare-coverage-standing = Geteld is wat in de onderzochte teksten staat. Wat hier ontbreekt, kan elders zijn afgesproken.
compare-topics = Bepalingen per onderwerp
compare-topics-description = Wat leveranciers over datalekken, subverwerkers, audits, aansprakelijkheid en andere onderwerpen bepalen, bepaling naast bepaling.
compare-topics-lede = Kies een onderwerp: de bepalingen van alle leveranciers staan er naast elkaar.
compare-topics-count = { $count } van { $all }
compare-topic = { $number ->
    [one] { $topic }: bepalingen naast elkaar
   *[other] { $topic }: bepalingen naast elkaar, deel { $number }
}
compare-topic-description = De bepalingen van alle leveranciers over het onderwerp ‘{ $topic }’, naast elkaar.
compare-topic-lede = De bepalingen van elke leverancier over dit onderwerp. Wie erover zwijgt, staat er ook.
compare-topic-like = { $same ->
    [yes] Gelijk aan
   *[no] Bijna gelijk aan
}
compare-topic-redline = Verschillen tonen
compare-topic-more = { $count ->
    [one] en nog één bepaling
   *[other] en nog { $count } bepalingen
}
some-on-request = Een deel van de stukken is op aanvraag en telt hier niet mee.
compare-models = Afwijkingen van het eigen model
compare-models-description = De overeenkomsten van leveranciers naast het model van de eigenaar van deze site, bepaling voor bepaling.
compare-models-lede = Kies een leverancier: zijn overeenkomst staat bepaling voor bepaling naast ons model, met wat gelijk is, wat anders luidt en wat maar aan één kant staat.
compare-model = { $vendor }: afwijkingen van “{ $model }”
compare-model-description = Waar de overeenkomst van { $vendor } afwijkt van “{ $model }”: wat anders luidt en wat maar aan één kant staat.
compare-model-side = het model
compare-pairs = Twee leveranciers naast elkaar
compare-pairs-description = Overeenkomsten van telkens twee leveranciers, bepaling tegen bepaling, met de verschillen woord voor woord.
compare-pairs-lede = Kies twee leveranciers: hun verwerkersovereenkomsten staan bepaling tegen bepaling, met de verschillen woord voor woord.
compare-pairs-all = Alle paren staan er: { $all }. Bij meer dan zestien leveranciers staat elke leverancier naast de vier die het meest op hem lijken.
compare-pairs-bounded = Getoond: { $shown } van de { $all } mogelijke paren, elke leverancier met wie het meest op hem lijken.
compare-pair = { $left } naast { $right }
compare-pair-description = De verwerkersovereenkomsten van { $left } en { $right }, bepaling tegen bepaling: wat gelijk is, wat verschilt en wat er bij één van beide ontbreekt.
compare-pair-lede = { $of ->
    [model] Elke bepaling van het model staat bij de bepaling over hetzelfde onderwerp die er het meest op lijkt, waar die ook staat. Wat geen tegenhanger heeft, kan onder een ander onderwerp staan.
   *[vendors] Bepalingen die op elkaar lijken, staan bij elkaar, waar zij ook staan.
}
compare-pair-foreign = De teksten zijn in verschillende talen; verschillen zijn daarom niet gemarkeerd.
compare-pair-other = Overig
compare-pair-untold = Dit is geen oordeel: wat hier geen tegenhanger heeft, kan elders of anders zijn geregeld, of in de wet staan.
security = { $number ->
    [one] Beveiligingsmaatregelen
   *[other] Beveiligingsmaatregelen, deel { $number }
}
security-description = Welke technische en organisatorische maatregelen leveranciers in hun overeenkomsten vermelden, met de vindplaats en de genoemde certificaten.
security-lede = De technische en organisatorische maatregelen die leveranciers in hun overeenkomsten vermelden, met de vindplaats.
security-standing = Vermeld is wat in de tekst staat. Of een maatregel is uitgevoerd, blijkt er niet uit.
iso-controls = ISO/IEC 27001:2022, bijlage A: { $controls }
security-certificates = Certificaten
    .note = Certificaten die in de overeenkomsten worden genoemd. Een certificaat van een hostingbedrijf is geen certificaat van de leverancier.
security-held = Houder: { $holder }, niet { $vendor } zelf
security-held-own = Houder: { $vendor }
security-scope = Reikwijdte:
security-valid = Geldig tot:
# $kind: facts of coverage.
compared = { $kind ->
    [facts] Feiten
    [playbook] Onderhandelpunten
   *[coverage] Wat de wet vraagt
}
    .count = { $kind ->
        [facts] { $count } van { $of } vermeld
        [playbook] { $count } van { $of } onaanvaardbaar
       *[coverage] { $count } van { $of } verplichte onderdelen in de tekst gevonden
    }
coverage-uncounted = telt niet mee: herhaalt andere eisen of geldt ook zonder overeenkomst
compare-glance = In één oogopslag
compare-each = Eis voor eis
compare-data = Deze vergelijking als gegevens (JSON)
compare-sheet = Deze vergelijking als werkblad (CSV)
    .workbook = Als werkmap (XLSX)
sheet-group = Groep
sheet-notes = Toelichting
# Hoe een tekst eindigt die te lang is voor een cel van een werkmap.
sheet-cut = … [afgebroken; alles staat in het CSV-bestand]
# $vendors: voor hoeveel leveranciers een werkmap geen plaats heeft.
sheet-left-out = Voor { $vendors ->
    [one] één leverancier
   *[other] { $vendors } leveranciers
    } heeft een werkmap geen plaats. Het CSV-bestand heeft ze alle.
# $what: facts, requirements of measures.
matrix-name = { $what ->
    [facts] Feiten per leverancier
    [measures] Maatregelen per leverancier
   *[requirements] Eisen per leverancier
}
matrix-corner = { $what ->
    [facts] Feit
    [measures] Maatregel
   *[requirements] Eis
}
compare-read = Met de teksten vergeleken op { $first }.
    .between = Met de teksten vergeleken tussen { $first } en { $last }.
compare-pages = Meer leveranciers
    .of = { $first } t/m { $last }
# $what: facts of requirements.
compare-choose = { $what ->
    [facts] Leveranciers en feiten kiezen
    [vendors] Leveranciers kiezen
    [clauses] Bepalingen kiezen
    [measures] Leveranciers en maatregelen kiezen
   *[requirements] Leveranciers en eisen kiezen
}
compare-groups = { $what ->
    [facts] Onderwerpen
    [measures] Thema’s
   *[requirements] Soorten
}
defers-to = Verwijst naar: { $document }.
# $form: one of other; $months is al geschreven zoals de taal het doet.
months-of-fees = { $form ->
    [one] de vergoeding over { $months } maand
   *[other] de vergoeding over { $months } maanden
}
# $means: wat zwijgen in rechte betekent; $basis: de wet, of none.
silence = { $means ->
    [law-prohibits] Zwijgt de tekst, dan verbiedt de wet het{ $basis ->
        [none] .
       *[other] { " " }({ $basis }).
    }
    [statute] Zwijgt de tekst, dan geldt de wet{ $basis ->
        [none] .
       *[other] { " " }({ $basis }).
    }
    [defect] De wet vraagt dat de overeenkomst dit regelt{ $basis ->
        [none] .
       *[other] { " " }({ $basis }).
    }
   *[other] { "" }
}

filter-open = Kiezen wat u ziet
filter-columns = Leveranciers
filter-more = Een leverancier van een andere pagina
    .add = Toevoegen
    .said = { $vendor } is toegevoegd.
    .unknown = Zo heet geen leverancier.
    .several = Zo heten meer leveranciers. Schrijf meer van de naam.
    .most = Meer dan { $most } leveranciers van andere pagina’s passen hier niet bij. Wis eerst de keuze.
    .failed = Die leverancier was niet op te halen. Probeer het nog eens, of ga naar de eigen pagina hierboven.
filter-any = alle
filter-show = Tonen
    .differences = alleen verschillen
filter-reset = Keuze wissen
filter-note = Zonder keuze staat alles er.
    .address = De keuze staat in het adres van deze pagina en gaat mee in een koppeling.
# $what: facts, requirements, engagements, measures, clauses of rows. De getallen vult een script in.
filter-left = { $what ->
    [facts] { $left } van { $all } feiten
    [requirements] { $left } van { $all } eisen
    [engagements] { $left } van { $all } vermeldingen
    [measures] { $left } van { $all } maatregelen
    [clauses] { $left } van { $all } bepalingen
   *[rows] { $left } van { $all } regels
}
filter-left-columns = { $shown } van { $of } leveranciers
filter-says = Getoond: { $what }.

# $kind: same, moved, differs, reworded, left-only of right-only.
redline-kind = { $kind ->
    [same] gelijk
    [moved] gelijk, op een andere plaats
    [reworded] zelfde onderwerp, andere woorden
    [left-only] { $of ->
        [model] zonder tegenhanger
       *[vendors] alleen bij { $left }
    }
    [right-only] { $of ->
        [model] niet in het model
       *[vendors] alleen bij { $right }
    }
   *[differs] { $count ->
        [one] één verschil
       *[other] { $count } verschillen
    }
}
redline-tally = { $kind ->
    [same] gelijk
    [moved] verplaatst
    [reworded] in andere woorden
    [left-only] { $of ->
        [model] zonder tegenhanger
       *[vendors] alleen bij { $left }
    }
    [right-only] { $of ->
        [model] niet in het model
       *[vendors] alleen bij { $right }
    }
   *[differs] met verschil
}
redline-unmatched = geen bepaling die erop lijkt
redline-and = en
# Wat een schermlezer bij doorgehaalde en onderstreepte woorden zegt, en wat bij kopiëren meegaat.
redline-only = [alleen { $vendor }:
redline-key = Zo leest u het:
    .struck = doorgehaald
    .left = staat alleen bij { $left },
    .underlined = dubbel onderstreept
    .right = alleen bij { $right }. Al het andere is gelijk.

# De eerste woorden boven een getekende rij: hoeveel van de eisen.
marks-of = { $count } van { $all }
marks-found = gevonden

# $kind: announced, object, effective of today.
change-date = { $kind ->
    [announced] Aangekondigd
    [object] Bezwaar uiterlijk
    [today] Vandaag
   *[effective] Gaat in
}
# $kind: added, replaced, removed of altered.
upcoming-change = { $kind ->
    [added] { $vendor } voegt { $company } toe
    [replaced] { $vendor } vervangt { $former } door { $company }
    [removed] { $vendor } schakelt { $company } niet langer in
   *[altered] { $vendor } wijzigt de inschakeling van { $company }
}
upcoming-dates = Wat wanneer
upcoming-note = De datums zijn een aanwijzing; deze pagina is geen mededeling in de zin van enige overeenkomst.
upcoming-objected = Een klant heeft bezwaar gemaakt (opgenomen op { $day }).
upcoming-closed = De laatste dag voor bezwaar is voorbij.
upcoming-none = Er is geen wijziging aangekondigd.
