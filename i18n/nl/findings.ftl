### The words of the findings. Each message has the name of its rule and is its title: what is wrong.
### .label stands under the underlined text, .why says why it matters, .help what to do, .related stands
### under the other place.
###
### Besides the arguments that the catalogue of rules names, a message may choose by $suggested: `yes` if
### there is a $suggestion, else `no`.

## Files

unreadable-file = dit bestand is niet te lezen: { $error }
    .label = niet te lezen
    .why = Wat niet gelezen wordt, ontbreekt op de site zonder dat iemand het merkt.
    .help = Ga na of het bestand er is en of u het mag lezen.

invalid-utf8 = deze tekst is geen UTF-8
    .label = de eerste byte die geen UTF-8 is
    .why = In een andere codering gaan letters als ë en aanhalingstekens verloren, terwijl een contract letterlijk getoond moet worden.
    .help = Sla het bestand op als UTF-8.

file-too-large = dit bestand is te groot: { $size }, terwijl { $limit } het maximum is
    .label = te groot
    .why = Een bestand van deze omvang staat hier vrijwel altijd per ongeluk en vertraagt elke build.
    .help = Splits de tekst in delen of haal het bestand uit de map van de site.

symlink-loop = deze symbolische koppeling leidt terug naar een bovenliggende map
    .label = leidt terug
    .why = Aan het volgen ervan zou geen einde komen; wat erachter ligt, wordt daarom niet gelezen.
    .help = Verwijder de koppeling of laat haar naar een map wijzen waar zij zelf niet in staat.

symlink-outside = deze symbolische koppeling leidt naar buiten de map van de site
    .label = leidt naar buiten
    .why = Een site bevat alleen wat in haar eigen map staat; anders kan een build elk bestand van deze computer publiceren.
    .help = Zet het bestand zelf in de map van de site.

unexpected-file = niets leest dit bestand
    .label = wordt niet gelezen
    .why = De inhoud komt niet op de site, en dat is misschien niet de bedoeling.
    .help = { $suggested ->
        [yes] Hernoem het bestand tot `{ $suggestion }` of verwijder het.
       *[no] Geef het bestand een naam die bij de inhoud van een site hoort of verwijder het.
    }

empty-file = dit bestand is leeg
    .label = hier staat niets
    .why = Lezers zouden een overeenkomst of pagina zonder tekst te zien krijgen.
    .help = Schrijf de tekst of verwijder het bestand.

## TOML

bad-toml = dit is geen TOML: { $error }
    .label = vanaf hier niet te lezen
    .why = Zolang het bestand niet te lezen is, blijft alles wat erin staat buiten beschouwing.
    .help = Herstel de regel; vaak ontbreekt er een aanhalingsteken of een haakje.

unknown-key = onbekende sleutel `{ $key }`
    .label = hier niet bekend
    .why = Een onbekende sleutel doet niets, en misschien was het juist deze die een tekst binnenskamers moest houden.
    .help = { $suggested ->
        [yes] Schrijf `{ $suggestion }`, als u dat bedoelt.
       *[no] Gebruik een van deze sleutels: { $expected }. Wat bij de vermelding eromheen hoort, gaat erboven: een sleutel hoort bij de laatste `[tabel]` die ervoor staat.
    }

missing-key = `{ $key }` ontbreekt
    .label = hier hoort `{ $key }` te staan
    .why = Zonder deze sleutel is `{ $file }` niet volledig, en er wordt niets voor ingevuld.
    .help = { $suggested ->
        [yes] Voeg `{ $key }` toe aan `{ $file }`; schrijf `{ $suggestion }` als de bronnen zijn bekeken en het niet vermelden, en `"not-recorded"` als niemand heeft gekeken.
       *[no] Voeg `{ $key }` toe aan `{ $file }`.
    }

bad-value = `{ $key }` kan deze waarde niet hebben
    .label = verwacht: { $expected }
    .why = Een waarde die niet begrepen wordt, zou stilzwijgend wegvallen.
    .help = { $suggested ->
        [yes] Schrijf `{ $suggestion }`, als u dat bedoelt.
       *[no] Geef `{ $key }` een van deze waarden of een waarde die erop lijkt: { $expected }.
    }

misplaced-key = `{ $key }` past niet bij de rest van de vermelding
    .label = alleen waar `{ $with }` dit is: { $values }
    .why = Wat staat waar het niet hoort, krijgt niemand te zien, terwijl de schrijver denkt van wel.
    .help = Laat `{ $key }` weg, of verbeter `{ $with }`.

bad-date = `{ $value }` is geen datum
    .label = geen datum
    .why = Termijnen, versies en wijzigingen worden naar datum berekend; elke datum moet dus op de kalender bestaan.
    .help = Schrijf een dag als 2026-11-22, zonder aanhalingstekens. Waar een maand of een jaar volstaat, schrijft u "2018-11" of "2018", mét aanhalingstekens.

missing-audience = deze overeenkomst vermeldt niet wie haar mag lezen
    .label = `audience` ontbreekt
    .why = Wat openbaar mag zijn is een besluit, en dat wordt nooit voor u genomen.
    .help = Voeg `audience = "public"`, `"customers"` of `"internal"` toe.

missing-file = het bestand `{ $file }` ontbreekt
    .label = hier hoort `{ $file }` te staan
    .why = Zonder dit bestand kan de rest van de map niet getoond worden.
    .help = Maak `{ $file }` aan of verwijder de map.

bad-folder-name = de mapnaam `{ $name }` kan geen deel van een adres zijn
    .label = geef deze map een andere naam
    .why = De naam van de map staat in elk adres van haar pagina's, en enkele namen zijn al door andere pagina's bezet.
    .help = { $suggested ->
        [yes] Gebruik kleine letters, cijfers en koppeltekens, zoals `{ $suggestion }`, en niet `bilingual` of `sub-processors`.
       *[no] Gebruik kleine letters, cijfers en koppeltekens, en niet `bilingual` of `sub-processors`.
    }

duplicate-entry = er zijn twee vermeldingen met de id `{ $id }`
    .label = deze id is al vergeven
    .why = Wat naar `{ $id }` verwijst, kan op beide slaan.
    .help = Voeg beide samen, verwijder er een, of geef een van beide een andere id.
    .related = de eerste staat hier

shared-name = twee bedrijven heten “{ $name }”
    .label = deze naam is al vergeven
    .why = Wie de naam in een register of een brief leest, kan het ene bedrijf voor het andere houden.
    .help = Is het één bedrijf, houd dan één bestand over; zijn het er twee, geef elk dan de naam waaraan het te herkennen is.
    .related = de eerste staat hier

ambiguous-name = de naam “{ $name }” dragen zowel `{ $first }` als `{ $second }`
    .label = deze naam is al vergeven
    .why = Een tekst die de naam gebruikt, kan beide bedoelen; de naam wordt daarom met geen van beide verbonden.
    .help = Laat de naam bij één van beide staan, of maak hem daar preciezer.

unknown-term = geen tekst van deze overeenkomst definieert “{ $term }”
    .label = deze term is nergens gedefinieerd
    .why = Wat hier van de term wordt gezegd, doet niets: geen term krijgt dit begrip of deze vormen.
    .help = { $suggested ->
       [yes] Schrijf “{ $suggestion }”, als u dat bedoelt, of verwijder de vermelding.
       *[no] Schrijf de term zoals de tekst hem definieert, of verwijder de vermelding.
    }

unknown-clause = `{ $agreement }` heeft geen bepaling `{ $clause }`
    .label = deze bepaling is er niet
    .why = Van een vermelding wordt de lezer naar de bepaling geleid waarop zij berust; deze leidt nergens heen.
    .help = { $elsewhere ->
        [none] { "" }
       *[other] De geciteerde woorden staan in `{ $elsewhere }`: verwijs daarnaar, als u dat bedoelt.{ " " }
    }{ $suggested ->
        [yes] Schrijf `{ $suggestion }`, als u dat bedoelt.
       *[no] Geef het nummer zoals het gedrukt is, of het id dat in het adres van de bepaling achter `#` staat.
    }

quote-not-found = deze woorden staan niet in bepaling `{ $clause }`
    .label = niet in die bepaling
    .why = Een vermelding zegt niet meer dan haar citaat bewijst. Is de tekst gewijzigd, dan moet opnieuw worden gelezen wat op de oude woorden berust.
    .help = { $elsewhere ->
        [none] { "" }
       *[other] Zij staan in `{ $elsewhere }`: verwijs daarnaar, als u dat bedoelt.{ " " }
    }{ $suggested ->
        [yes] De bepaling zegt: “{ $suggestion }”. Citeer het origineel, zonder het nummer.
       *[no] Citeer het origineel, zonder het nummer en zonder opmaak.
    }

missing-citation = `{ $id }` zegt dat iets is vermeld, maar niet waar
    .label = { $what ->
        [record] geen `citation`
        [engagement] geen `permission`, geen `citation` en geen `source`
       *[other] { $what }
    }
    .why = Zonder de bepaling kan niemand het nagaan.
    .help = { $what ->
        [engagement] Voeg een `[[engagement.citation]]` toe met overeenkomst, bepaling en citaat, of noem een andere bron onder `source`.
       *[record] Voeg een `citation` toe met overeenkomst, bepaling en citaat, of zeg `not-stated` of `absent`.
    }

contradictory-record = `{ $id }` zegt dat niets is vermeld, en geeft toch een waarde of vindplaats
    .label = dit is in strijd met wat volgt
    .why = Zwijgen en een waarde zijn niet samen te tonen, en de lezer weet niet wat geldt.
    .help = Laat `value` en `citation` weg, of zeg `stated` of `partly`.

impossible-position = geen gegeven over `{ $id }` kan zijn zoals dit geval vraagt
    .label = dit kan nooit zo zijn
    .why = Een geval waaraan niets voldoet, beoordeelt niemand, terwijl de schrijver denkt van wel.
    .help = Kijk of een keuze zowel gevraagd als uitgesloten wordt, of een getal boven en onder dezelfde grens moet liggen, of dat zwijgen een waarde moet hebben.

contradictory-position = `{ $id }`: eenzelfde gegeven kan zowel `{ $level }` als `unacceptable` zijn
    .label = onaanvaardbaar in dit geval
    .related = en dit geval van `{ $level }`
    .why = Een draaiboek dat op dezelfde woorden ja én nee zegt, geeft bij het onderhandelen geen houvast.
    .help = Maak een van de twee gevallen nauwer, totdat geen waarde aan beide voldoet. Wat om een ander feit onaanvaardbaar is, hoort in `with`.

dates-out-of-order = `{ $later }` ({ $second }) ligt vóór `{ $earlier }` ({ $first })
    .label = eerder dan mogelijk is
    .related = de dag waarvóór het ligt
    .why = Een register met dagen die niet kunnen kloppen, bewijst niet wanneer iemand is ingelicht.
    .help = Verbeter de dag die niet klopt. Een wijziging wordt op de dag van de aankondiging of later ingeschreven, de tijd voor bezwaar begint met de aankondiging en niets eindigt voordat het begon. Wie bij de inschrijving al was ingeschakeld (`entered` zonder `effective`), was dat op die `date`, tenzij het einde op dezelfde dag is ingeschreven.

unclear-history = de wijzigingen van `{ $id }` passen niet bij elkaar
    .label = { $what ->
        [no-beginning] geen wijziging zegt wanneer dit is ingeschreven of begon
        [two-beginnings] begint een tweede keer
        [two-ends] eindigt een tweede keer
        [no-answer] over een wijziging waarop dit geen antwoord kan zijn
        [itself] komt voor zichzelf in de plaats
       *[other] { $what }
    }
    .related = de wijziging waarover het gaat
    .why = Of een bedrijf vandaag is ingeschakeld, en wat feeds en agenda’s daarvan zeggen, volgt uit de wijzigingen.
    .help = { $what ->
        [no-beginning] Voeg een `[[change]]` toe met `engagement = "{ $id }"` en als `kind` `entered` (al ingeschakeld), `added` of `replaced`.
        [itself] Laat `engagement` de inschakeling noemen die begint en `former` die welke eindigt; wat anders doorgaat, is `altered`.
        [no-answer] Laat `about` een wijziging van dezelfde inschakeling noemen die is aangekondigd (`added`, `replaced`, `altered`, `removed`), niet later dan deze.
       *[other] Laat er één staan. Wat niet doorging, heeft een `[[change]]` van de soort `withdrawn`; wat terugkomt, is een nieuwe inschakeling.
    }

control-character = `{ $key }` moet op één regel staan
    .label = een regeleinde, tab of ander stuurteken
    .why = Een naam staat in titels, agenda’s en het onderwerp van brieven; een regeleinde breekt die af.
    .help = { $suggested ->
        [yes] Schrijf `{ $suggestion }`, als u dat bedoelt.
       *[no] Schrijf het op één regel, zonder stuurtekens.
    }

suspect-words = `{ $key }` kan voor iets anders dan tekst worden aangezien: `{ $found }`
    .label = { $what ->
        [tag] lijkt op een tag van HTML
        [control] een stuurteken
        [unseen] een teken dat niemand ziet en dat omkeert of verbergt wat eromheen staat
        [formula] een rekenblad houdt dit voor het begin van een formule
       *[other] { $what }
    }
    .why = De woorden worden getoond zoals ze er staan, op pagina’s, in brieven en in feeds, en lezers nemen ze mee naar andere programma’s.
    .help = { $what ->
        [tag] Schrijf de woorden zonder opmaak; hoort de tag bij de naam, zet dan een `[[allow]]` met `at = "{ $id }"`.
        [formula] Begin met een letter of cijfer; begint de naam werkelijk zo, zet dan een `[[allow]]` met `at = "{ $id }"`.
       *[other] Haal het teken weg; hoort het er, zet dan een `[[allow]]` met `at = "{ $id }"`.
    }

# De termijn van een overeenkomst, binnen andere meldingen.
agreed-period = { $unit ->
        [day] { $number } dag
        [days] { $number } dagen
        [week] { $number } week
        [weeks] { $number } weken
        [month] { $number } maand
        [months] { $number } maanden
        [year] { $number } jaar
        [years] { $number } jaar
       *[other] { $number } × { $unit }
    }

short-objection-period = volgens `{ $id }` kan bezwaar tot en met { $until }, volgens de overeenkomst tot en met { $promised }
    .label = { agreed-period } na { $trigger ->
        [receipt] ontvangst
       *[announcement] aankondiging
    } op { $from }: tot en met { $promised }
    .related = wat is afgesproken
    .why = Wie op de laatste van deze dagen bezwaar maakt, is volgens { $clause } van `{ $agreement }` op tijd en volgens de leverancier te laat.
    .help = Houd de leverancier aan { $promised }, of verbeter de dag als die verkeerd is overgenomen; is dit de dag die hij noemde, zet dan een `[[allow]]` voor `{ $id }`.

short-notice = `{ $id }` gaat in op { $effective }, eerder dan de overeenkomst toestaat
    .label = { agreed-period } na { $from }: niet vóór { $earliest }
    .related = wat is afgesproken
    .why = Zo lang hebben opdrachtgevers volgens { $clause } van `{ $agreement }` om een wijziging te beoordelen en bezwaar te maken voordat een ander hun gegevens krijgt.
    .help = Vraag de leverancier te wachten tot { $earliest }, of verbeter de dagen als die verkeerd zijn overgenomen; is het zo aangekondigd, zet dan een `[[allow]]` voor `{ $id }`.

unregistered-sub-processor = “{ $name }” wordt hier genoemd en staat niet in het register van `{ $vendor }`
    .label = { $company ->
        [none] geen ingeschakeld bedrijf heet zo
       *[other] `{ $company }` is niet ingeschakeld
    }
    .why = Wie in het register nagaat waarvoor hij toestemming gaf (artikel 28 lid 2 AVG), mist een bedrijf dat de overeenkomst zelf noemt.
    .help = { $company ->
        [none] Neem het op in `sub-processors.toml`, met een eigen bestand in `content/sub-processors/`; verwerkt het geen persoonsgegevens voor de leverancier, zet dan een `[[allow]]` voor `{ $id }`.
       *[other] Voeg aan `sub-processors.toml` een `[[engagement]]` toe met `company = "{ $company }"`; verwerkt het bedrijf geen persoonsgegevens voor de leverancier, zet dan een `[[allow]]` voor `{ $id }`.
    }

unengaged-company = { $company } staat in geen enkel register
    .label = door niemand ingeschakeld
    .why = Geen lezer krijgt het bedrijf te zien en niemand houdt het bij; vaak is de inschakeling vergeten.
    .help = Neem de inschakeling op in de `sub-processors.toml` van de leverancier, of verwijder het bestand; staat het klaar voor later, zet er dan een `[[allow]]` in.

transfer-without-ground = gegevens gaan naar { $country } zonder vastgelegde grondslag
    .label = { $state ->
        [none-needed] buiten de EER, waar `none-needed` geen grondslag is
        [not-stated] buiten de EER; de bronnen noemen geen grondslag
        [not-recorded] buiten de EER; niemand ging de grondslag na
       *[stated] buiten de EER; geen vastgelegde grondslag is voor { $country }
    }
    .why = Zonder adequaatheidsbesluit, passende waarborgen of een afwijking is doorgifte naar een derde land niet toegestaan (artikelen 44 tot en met 49 AVG).
    .help = Leg onder `[[engagement.transfer]]` vast waarop de doorgifte steunt; zeggen de bronnen dat niet, vraag het de leverancier en zet zolang een `[[allow]]` voor `{ $id }`.

lapsed-adequacy = { $state ->
        [ended] besluit { $decision } draagt sinds { $since } geen doorgifte naar { $country } meer
        [not-yet] besluit { $decision } draagt doorgifte naar { $country } pas vanaf { $since }
       *[elsewhere] besluit { $decision } gaat niet over { $country }
    }
    .label = { $state ->
        [ended] geen grondslag meer
        [not-yet] nog geen grondslag
       *[elsewhere] over een ander land
    }
    .why = Wat alleen op dit besluit steunt, steunt vandaag nergens op, en een doorgifte heeft een grondslag nodig (hoofdstuk V AVG).
    .help = Leg vast waarop de doorgifte nu steunt, zoals een later besluit of standaardcontractbepalingen; in `countries.toml` staat hoe het dit besluit verging. Moet het register zo blijven, zet dan een `[[allow]]` voor `{ $id }`.

missing-place = { $state ->
        [transfer] `{ $id }` heeft een grondslag voor doorgifte naar { $country } en daar geen plaats
       *[not-recorded] niemand ging na waar de gegevens van `{ $id }` worden verwerkt
    }
    .label = { $state ->
        [transfer] { $country } staat niet bij de plaatsen
       *[not-recorded] `place` staat op `"not-recorded"`
    }
    .why = Waar de gegevens zijn, bepaalt of er sprake is van doorgifte in de zin van hoofdstuk V AVG.
    .help = { $state ->
        [transfer] Voeg de plaats toe onder `[[engagement.place]]`, of haal { $country } weg uit `to`; moet het zo blijven, zet dan een `[[allow]]` voor `{ $id }`.
       *[not-recorded] Leg de plaats vast, of schrijf `"not-stated"` als de bronnen haar niet noemen; moet het zo blijven, zet dan een `[[allow]]` voor `{ $id }`.
    }

differing-purpose = het doel van { $company } is hier “{ $purpose }” en elders “{ $other }”
    .label = { $what ->
        [entry] niets anders onderscheidt de twee
        [table] anders dan in het register
       *[page] anders dan in enig register
    }
    .related = de andere bewoording
    .why = Een verwerker mag gegevens alleen gebruiken voor het omschreven doel (artikel 28 lid 3 AVG); staan er twee omschrijvingen, dan weet niemand welke geldt.
    .help = { $what ->
        [entry] Omschrijf beide gelijk, of leg vast wat ze onderscheidt, zoals de dienst; zijn het werkelijk twee doelen, zet dan een `[[allow]]` voor `{ $id }`.
        [table] Omschrijf beide gelijk; blijft de overeenkomst zoals zij is, zet dan een `[[allow]]` voor `{ $id }`.
       *[page] Omschrijf het doel op de pagina zoals in het register.
    }

stale-register = { $what ->
        [register] dit register is voor het laatst nagekeken op { $reviewed }
        [company] dit bedrijf is voor het laatst nagekeken op { $reviewed }
       *[engagement] `{ $id }` is voor het laatst nagekeken op { $reviewed }
    }
    .label = langer dan een jaar geleden
    .why = Bedrijven verhuizen, worden verkocht en schakelen anderen in; wat niemand naast de bronnen legt, klopt misschien niet meer.
    .help = { $what ->
        [engagement] Leg het naast de bronnen, verbeter het en pas `reviewed` aan; is een jaar hier te kort, zet dan een `[[allow]]` voor `{ $id }`.
       *[other] Leg het naast de bronnen, verbeter het en pas `reviewed` aan; is een jaar hier te kort, zet dan een `[[allow]]` in dit bestand.
    }

missing-words = bij `{ $id }` ontbreekt `{ $key }` in: { $languages }
    .label = niet in elke taal
    .why = De pagina in die taal zou een gat hebben, of woorden van een andere.
    .help = Voeg `{ $key }` toe voor elke taal van de site.

## Messages and themes

bad-message = deze melding is niet te lezen: { $error }
    .label = vanaf hier niet te lezen
    .why = Zonder deze tekst verschijnt de ingebouwde, of helemaal geen.
    .help = Herstel de melding volgens de schrijfwijze van Fluent.

missing-message = de melding `{ $message }` ontbreekt in de taal `{ $language }`
    .label = bestaat hier wel, maar niet in `{ $language }`
    .why = Lezers in die taal zouden een pagina krijgen waarop woorden ontbreken.
    .help = Voeg `{ $message }` toe aan een bestand in `i18n/{ $language }/`.

bad-template = dit sjabloon is niet bruikbaar: { $error }
    .label = hier gaat het mis
    .why = Elke pagina die het sjabloon gebruikt, zou ontbreken.
    .help = Herstel het sjabloon, of verwijder het om het ingebouwde terug te krijgen.

bad-card = deze afbeelding is geen PNG
    .label = kan niet getoond worden
    .why = Zij staat voor de site waar een pagina gedeeld wordt. Wie haar toont, moet weten hoe groot zij is; dat staat in het bestand.
    .help = Bewaar haar als PNG van 1200 bij 630 pixels; of haal haar weg, dan wordt er een getekend.

card-letters = op de afbeelding bij het delen ontbreekt “{ $text }”
    .label = staat niet op de afbeelding
    .why = De lettertypen van het thema hebben geen { $letters }; deze woorden blijven daarom weg waar een pagina gedeeld wordt.
    .help = Zet een lettertype dat ze wel heeft in `templates/fonts/` van uw thema, of een eigen afbeelding in `templates/{ $file }`.

unknown-theme = er is geen thema `{ $theme }`
    .label = onbekend
    .why = Zonder thema kan er geen pagina gemaakt worden.
    .help = Kies een van deze: { $known }; of maak de map `themes/{ $theme }/` aan.

low-contrast = { $scheme ->
        [dark] woorden in { $colour } zijn op een donkere achtergrond niet te lezen
        [light] woorden in { $colour } zijn op een lichte achtergrond niet te lezen
       *[other] woorden in { $colour } zijn op deze achtergrond niet te lezen: { $scheme }
    }
    .label = contrast { $ratio } : 1; minstens 4,5 : 1 is nodig
    .why = Links en gedefinieerde begrippen hebben deze kleur; wie slecht ziet, kan ze niet lezen (WCAG 2.2, criterium 1.4.3).
    .help = { $suggested ->
        [yes] Neem `{ $suggestion }`, de dichtstbijzijnde kleur die daar wel te lezen is, of een andere.
       *[no] Neem een kleur die meer afsteekt.
    }

bad-logo = { $what ->
        [missing] het thema heeft geen bestand `{ $file }`
        [too-large] het logo `{ $file }` is te groot
        [no-size] het logo `{ $file }` zegt niet hoe breed en hoog het is
        [script] in het logo `{ $file }` staan scripts
        [outside] het logo `{ $file }` verwijst naar iets buiten zichzelf
        [no-picture] het logo `{ $file }` is geen SVG of PNG
       *[other] het logo `{ $file }` kan niet getoond worden: { $what }
    }
    .label = kan niet getoond worden
    .why = { $what ->
        [no-size] Zonder zijn verhoudingen verspringt de pagina zodra het logo er is.
        [too-large] Het staat op elke pagina, en wie op een telefoon leest moet erop wachten.
        [script] Een pagina voert geen script in een afbeelding uit, maar wie de afbeelding zelf opent doet dat wel, op het adres van deze site.
        [outside] Een pagina laadt niets voor een afbeelding, dus waarnaar zij verwijst zou ontbreken.
       *[other] Boven aan elke pagina zou een gat zitten.
    }
    .help = { $suggested ->
        [yes] Schrijf `{ $suggestion }`, als u dat bedoelde.
       *[no] { $what ->
            [missing] Zet het bestand in de map van het thema: `themes/default/logo.svg` schrijft u als `logo.svg`.
            [no-size] Geef het element `svg` een `viewBox`.
            [script] Sla het opnieuw op, zonder scripts, links die ze uitvoeren en HTML.
            [outside] Neem alles wat nodig is in het bestand zelf op, met tekst als paden.
           *[other] Sla het op als SVG of PNG van hoogstens { $limit }; het wordt 36 pixels hoog getoond.
        }
    }

bad-font = `{ $font }` kan niet de naam van een lettertype zijn
    .label = geen naam van een lettertype
    .why = De namen komen in een stylesheet, waar zo’n teken de lijst zou afsluiten en iets anders zou betekenen.
    .help = Schrijf namen van lettertypen met komma’s ertussen: `Charter, Georgia, serif`. Hoe u een eigen lettertype meelevert, staat in docs/theming.md.

## Markdown

text-before-title = er staat tekst boven de titel
    .label = hoort onder een kop
    .why = Tekst boven de eerste kop hoort bij geen enkel deel van de overeenkomst en is dus niet aan te halen.
    .help = Begin het bestand met de titel: `# Verwerkersovereenkomst`.

skipped-heading-level = deze kop slaat een niveau over
    .label = niveau { $level }, terwijl hier hooguit { $expected } kan volgen
    .why = Lezers, en schermlezers nog het meest, vinden hun weg aan de hand van de kopniveaus.
    .help = Maak er een kop van niveau { $expected } van of voeg de ontbrekende kop erboven toe.

unknown-attribute = onbekend kenmerk `{ $attribute }`
    .label = onbekend
    .why = Een onbekend kenmerk doet niets; moest het een tekst achterhouden, dan zou die openbaar worden.
    .help = { $suggested ->
        [yes] Schrijf `{ $suggestion }`, als u dat bedoelt.
       *[no] Gebruik `#id`, `topic`, `measure` of `audience`, of verwijder het kenmerk.
    }

bad-attribute = `{ $attribute }` kan niet `{ $value }` zijn
    .label = verwacht: { $expected }
    .why = Wat er bedoeld is, valt niet te raden; tot het is hersteld, geldt de tekst als intern en wordt er niets gepubliceerd.
    .help = { $suggested ->
        [yes] Schrijf `{ $suggestion }`, als u dat bedoelt.
       *[no] Geef `{ $attribute }` een van deze waarden: { $expected }.
    }

suspect-attribute = dit lijkt een kenmerk, maar zou worden afgedrukt
    .label = wordt zo afgedrukt
    .why = Wat een tekst had moeten achterhouden, zou die tekst juist openbaar maken, en zichzelf erbij.
    .help = Schrijf `{"{"}audience=customers{"}"}` aan het einde van het blok, met beide accolades; om een accolade af te drukken schrijft u `\{"{"}`.

lost-cell = de tabel heeft geen kolom voor “{ $text }”
    .label = achter de laatste kolom
    .why = Markdown laat weg wat geen kolom heeft; deze woorden zouden spoorloos verdwijnen.
    .help = Voeg een kolom toe of zet de woorden in een cel; kenmerken van een rij staan aan het einde ervan.

page-audience = de talen van { $page } zeggen niet hetzelfde over wie wat mag lezen
    .label = dit is voor minder lezers
    .why = Eigen pagina’s worden niet zin voor zin gekoppeld; wat de ene taal achterhoudt, zou in de andere openbaar kunnen zijn.
    .help = Geef in elke taal van de pagina dezelfde publieken, in dezelfde volgorde.

stray-attributes = deze kenmerken doen hier niets
    .label = hier neemt niets ze aan
    .why = Kenmerken slaan op de kop, de alinea, het onderdeel of de rij waar ze achter staan, of op het blok erboven; alleen koppen, leden en onderdelen hebben een id, en wat sommigen niet mogen lezen, mag voor hen ook geen naam krijgen.
    .help = Zet ze aan het einde van de tekst waar ze op slaan, of in een eigen alinea eronder; horen de accolades bij de tekst, schrijf dan `\{"{"}`.

attribute-in-translation = `{ $attribute }` mag alleen in de oorspronkelijke tekst staan
    .label = dit is een vertaling
    .why = Een vertaling neemt id’s, onderwerpen en lezers over van de oorspronkelijke tekst, zodat de twee elkaar niet kunnen tegenspreken.
    .help = Verwijder het kenmerk hier en zet het zo nodig in de oorspronkelijke tekst.

uncited-footnote = nergens wordt naar voetnoot `{ $note }` verwezen
    .label = geen verwijzing
    .why = Een voetnoot waarnaar niet verwezen wordt, is niet te zien.
    .help = Verwijs ernaar met `[^{ $note }]` of verwijder de noot.

missing-footnote = voetnoot `{ $note }` bestaat niet
    .label = hier staat de verwijzing
    .why = De lezer zou naar een noot gestuurd worden die er niet is.
    .help = Schrijf de noot: `[^{ $note }]: …`; of verwijder de verwijzing.

unsupported-markup = { $what ->
        [image] een overeenkomst kan geen afbeelding bevatten
        [link] zo’n adres mag een koppeling niet hebben
        [tag] een overeenkomst kan geen HTML bevatten
        [html] een overeenkomst kan geen HTML bevatten
        [code] een overeenkomst kan geen codeblok bevatten
       *[other] een overeenkomst kan dit niet bevatten: { $what }
    }
    .label = { $what ->
        [html] valt weg, met de woorden erin
       *[other] alleen de woorden zijn te zien
    }
    .why = In de opbouw van artikelen en leden is hier geen plaats voor, zodat lezers het niet te zien krijgen zoals het bedoeld is.
    .help = { $what ->
        [link] Laat het adres beginnen met `https://`, `http://`, `mailto:` of `tel:`, of verwijder de koppeling.
        [code] Haal de vier spaties of de drie accenten ervoor weg, als het een alinea is.
       *[other] Maak er een alinea, een lijst of een tabel van.
    }

number-in-running-text = deze regel begint met { $number }, wat niet op { $before } volgt
    .label = gelezen als nummer van een lid
    .why = Een nummer aan het begin van een regel geldt als nummer van een lid, en verwijzingen zouden hierheen leiden.
    .help = Zet een backslash voor de punt, zoals in `08\.30`, als dit geen lidnummer is; verbeter anders het nummer.

nested-too-deep = lijsten of citaten staan te diep in elkaar
    .label = dieper dan { $limit } niveaus
    .why = Voorbij { $limit } niveaus wordt de opbouw niet meer gelezen, zodat de tekst niet aan te halen of achter te houden is.
    .help = Verdeel de tekst over leden of haal de ene lijst uit de andere.

## The agreements

duplicate-id = de id `{ $id }` is tweemaal gegeven
    .label = deze id is al vergeven
    .why = Een koppeling naar `{ $id }` kan naar beide plaatsen leiden.
    .help = Geef een van beide een eigen id: `{"{"}#…{"}"}`.
    .related = de eerste staat hier

duplicate-number = nummer { $number } komt tweemaal voor
    .label = krijgt de id `{ $id }`
    .why = Wie { $number } aanhaalt, laat in het midden welke van de twee bedoeld is.
    .help = Vernummer de leden; is de tekst zo ondertekend, zet dan in de overeenkomst een `[[allow]]` voor `{ $id }`.
    .related = het eerste staat hier

missing-original = de oorspronkelijke tekst `{ $file }` ontbreekt
    .label = hier hoort `{ $file }` te staan
    .why = Een vertaling kan niet als vertaling getoond worden zonder de tekst die vertaald is.
    .help = Maak `{ $file }` aan of zet bij `original` de taal die er wel is.

absent-translation = de vertaling `{ $file }` is opgegeven en is er niet
    .label = `{ $file }` is er niet
    .why = Lezers zou een vertaling beloofd worden die zij niet krijgen.
    .help = Maak `{ $file }` of verwijder de vermelding uit `[translations]`.

undeclared-translation = de vertaling `{ $file }` is er en is niet opgegeven
    .label = nergens staat wat zij waard is
    .why = Lezers moeten van elke vertaling weten wat zij waard is: informatief, authentiek of beëdigd.
    .help = Voeg `[translations.{ $language }]` met een `status` toe aan `agreement.toml`, of verwijder `{ $file }`.

translation-shape = { $what ->
        [annexes] de vertaling heeft andere bijlagen dan de oorspronkelijke tekst
        [articles] de vertaling heeft hier andere artikelen dan de oorspronkelijke tekst
        [article] de vertaling van { $id } is anders opgebouwd dan de oorspronkelijke tekst
        [notes] de vertaling verwijst naar andere voetnoten dan de oorspronkelijke tekst
       *[other] de vertaling van { $id } heeft een andere vorm: { $what }
    }
    .label = { $translation }; de oorspronkelijke tekst heeft { $original }
    .why = De leden kunnen hier niet naast elkaar gezet worden, en is er in de oorspronkelijke tekst iets achtergehouden, dan blijft alles achter wat in de vertaling niet daarvan te onderscheiden is.
    .help = Verdeel de vertaling zoals de oorspronkelijke tekst: ¶ is een alinea, • een onderdeel, [2×3] een tabel van twee rijen en drie kolommen, § een paragraaf en – niets.

unknown-agreement = deze leverancier heeft geen overeenkomst `{ $agreement }`
    .label = onbekend
    .why = Wat ernaar verwijst, zou leiden naar een overeenkomst die er niet is.
    .help = { $suggested ->
        [yes] Schrijf `{ $suggestion }`, als u dat bedoelt.
       *[no] Noem de map van een overeenkomst van dezelfde leverancier.
    }

circular-belongs-to = `{ $agreement }` hoort via een omweg bij zichzelf
    .label = leidt terug
    .why = Begripsbepalingen zouden eindeloos op elkaar terugvallen.
    .help = Verwijder een `belongs-to`, zodat de reeks eindigt bij een overeenkomst die op zichzelf staat.

unused-allow = { $what ->
        [rule] er is geen regel `{ $rule }` om toe te staan
        [place] er is geen `{ $at }` om iets bij toe te staan
        [error] een fout valt niet toe te staan: `{ $rule }`
       *[other] er valt niets toe te staan: `{ $rule }` bij `{ $at }`
    }
    .label = { $what ->
        [rule] onbekend
        [place] hier niet bekend
        [error] houdt publicatie tegen
        [nothing] doet niets
       *[other] doet niets: { $what }
    }
    .why = Wat blijft toegestaan nadat de fout hersteld is, verbergt de volgende.
    .help = { $suggested ->
        [yes] Schrijf `{ $suggestion }`, als u dat bedoelt.
       *[no] { $what ->
            [rule] De namen van alle regels ziet u met `clausewerk explain`.
            [error] Herstel wat er gemeld is en verwijder deze `[[allow]]`.
           *[other] Verwijder deze `[[allow]]` of verbeter `rule` of `at`.
        }
    }

unknown-vocabulary = { $kind ->
        [topic] onbekend onderwerp
        [measure] onbekende maatregel
        [concept] onbekend begrip
        [fact] onbekend feit
        [requirement] onbekende eis
        [country] onbekend land
        [data] onbekende categorie van persoonsgegevens
        [data-subjects] onbekende categorie van betrokkenen
        [decision] onbekend adequaatheidsbesluit
        [company] onbekend bedrijf
        [engagement] onbekende inschakeling
        [change] onbekende wijziging
       *[other] onbekend: { $kind }
    } `{ $id }`
    .label = { $kind ->
        [country] deze code bestaat niet
        [company] geen bestand in `content/sub-processors/` heet zo
        [engagement] geen inschakeling in dit bestand heeft deze id
        [change] geen wijziging in dit bestand heeft deze id
       *[other] komt niet voor in de woordenlijst
    }
    .why = { $kind ->
        [country] Of gegevens de EER verlaten, blijkt uit de landcode (ISO 3166-1: twee hoofdletters).
        [data] Het register wordt ernaar gefilterd en toont de naam in elke taal.
        [data-subjects] Het register toont de naam in elke taal.
        [decision] Op welke dag een besluit geldt, blijkt uit de lijst van besluiten.
        [company] Wat niemand kent, kan niet worden getoond: een bedrijf heeft een eigen bestand in `content/sub-processors/`.
        [engagement] Een wijziging hoort bij een inschakeling in hetzelfde bestand.
        [change] Een bezwaar en een intrekking gaan over een wijziging in hetzelfde bestand.
       *[other] Wat een onbekende naam draagt, ontbreekt in elke vergelijking.
    }
    .help = { $suggested ->
        [yes] Schrijf `{ $suggestion }`, als u dat bedoelt.
       *[no] { $kind ->
            [country] Schrijf de code van het land, zoals `NL`.
            [company] Maak `content/sub-processors/{ $id }.toml` aan, of schrijf de naam van een bestand dat er is, zonder `.toml`.
            [engagement] Schrijf de id van een `[[engagement]]` in dit bestand, of voeg die toe.
            [change] Schrijf de id van een `[[change]]` in dit bestand, of voeg die toe.
           *[other] Gebruik een id uit de woordenlijst of voeg `{ $id }` eraan toe. Er zijn: { $known }.
        }
    }

broken-reference = “{ $text }” verwijst nergens naar
    .label = niet gevonden
    .why = De lezer wordt naar een bepaling gestuurd die er niet is; vaak is er intussen vernummerd.
    .help = Verbeter het nummer, of noem het document onder `[[external]]` als het niet op deze site staat.

## Proofreading

number-outside-article = nummer { $number } staat in artikel { $article }
    .label = begint met het nummer van artikel { $other }
    .why = Wie { $number } zoekt, zoekt in artikel { $other }, en wie artikel { $article } aanhaalt, weet niet dat dit erbij hoort.
    .help = Verbeter het nummer of verplaats de tekst naar artikel { $other }; is er zo getekend, zet dan een `[[allow]]` voor `{ $id }`.
    .related = artikel { $other } staat hier

unused-definition = “{ $term }” is gedefinieerd en wordt nergens gebruikt
    .label = komt in zijn werkingsgebied niet voor
    .why = Lezers zoeken waar de begripsbepaling voor dient; vaak gebruikt de tekst een ander woord, en dat is dan niet gedefinieerd.
    .help = Verwijder de begripsbepaling of gebruik het begrip waar het bedoeld is; is er zo getekend, zet dan een `[[allow]]` voor `{ $id }`.

duplicate-definition = “{ $term }” is in hetzelfde werkingsgebied tweemaal gedefinieerd
    .label = nogmaals gedefinieerd
    .why = Waar de twee verschillen, weet niemand welke van beide geldt.
    .help = Houd een van beide, of geef de andere betekenis een ander begrip; is er zo getekend, zet dan een `[[allow]]` voor `{ $id }`.
    .related = de eerste staat hier

repealed-law = “{ $text }” geldt sinds { $since } niet meer
    .label = ingetrokken per { $since }
    .why = { $state ->
        [relied] Op wat onder deze regeling is afgesproken kon tot en met { $until } een beroep worden gedaan; sindsdien ontbreekt de grondslag.
        [reliable] Op wat onder deze regeling is afgesproken kan tot en met { $until } een beroep worden gedaan, en daarna niet meer.
       *[gone] Een plicht of waarborg die erop steunt, heeft nu misschien geen grondslag meer.
    }
    .help = { $successor ->
        [none] Haal aan wat ervoor in de plaats kwam, of zeg in de tekst dat zij vervangen is; blijft de tekst zoals hij is, zet dan een `[[allow]]` voor `{ $id }`.
       *[other] Haal { $successor } aan, die ervoor in de plaats kwam, of zeg in de tekst dat zij vervangen is; blijft de tekst zoals hij is, zet dan een `[[allow]]` voor `{ $id }`.
    }

missing-translation = deze overeenkomst heeft geen tekst in de taal `{ $language }`
    .label = er staat geen `{ $file }` naast
    .why = Lezers in die taal krijgen de oorspronkelijke tekst te zien, met de vermelding dat het die is.
    .help = Schrijf `{ $file }` en zet `[translations.{ $language }]` in `agreement.toml`; komt er geen vertaling, zet dan een `[[allow]]` voor `""`.

requirement-candidate = `coverage.toml` zegt niets over `{ $requirement }`, en deze bepaling heeft het onderwerp daarvan
    .label = onderwerp `{ $topic }`
    .why = Wat niemand vastlegde, staat er als niet vastgelegd, hoe goed de tekst ook mag zijn.
    .help = Lees de bepaling en leg vast of de eis `covered`, `partly`, `elsewhere` of `absent` is. Een onderwerp zegt alleen waar te kijken.

translation-numbers = { $state ->
        [extra] de oorspronkelijke tekst kent geen { $extra }
        [missing] in de vertaling ontbreekt { $missing }
       *[other] de vertaling heeft { $extra } waar de oorspronkelijke tekst { $missing } heeft
    }
    .label = { $state ->
        [missing] { $missing } komt in deze bepaling niet voor
       *[other] niet in de oorspronkelijke tekst
    }
    .why = Een termijn, een bedrag of een verwijzing die per taal verschilt, verandert wat partijen elkaar verschuldigd zijn.
    .help = Leg beide talen naast de bron en verbeter de foute; zeggen ze hetzelfde in andere cijfers, zet dan een `[[allow]]` voor `{ $id }`.
    .related = in de oorspronkelijke tekst

forgotten-placeholder = “{ $text }” moet nog ingevuld worden
    .label = had ingevuld moeten worden
    .why = Een lezer kan niet weten wat hier is afgesproken, en een leemte wordt zelden uitgelegd in het voordeel van wie haar liet staan.
    .help = Vul het in; is dat aan partijen, schrijf dan een invulveld met een naam: `{"{"}bedrag{"}"}`.

unbalanced-bracket = { $state ->
        [open] “{ $mark }” wordt niet gesloten
       *[close] niets opent deze “{ $mark }”
    }
    .label = { $state ->
        [open] er volgt geen “{ $partner }”
       *[close] er gaat geen “{ $partner }” aan vooraf
    }
    .why = Waar een uitzondering of een begripsbepaling begint of eindigt, wordt dan een twistpunt.
    .help = Zet “{ $partner }” waar het hoort of verwijder dit teken.

confidential-in-wider-audience = dit document noemt zichzelf “{ $text }”, terwijl het publiek `{ $audience }` is
    .label = dat staat hier
    .why = Wat de opsteller binnen een kring houdt, zou iedereen te zien krijgen, en eenmaal gepubliceerd is het niet terug te halen.
    .help = Geef de overeenkomst of bijlage een beperkter `audience`; heeft de eigenaar haar vrijgegeven, zet dan een `[[allow]]` die dat zegt.

## The built site

dead-link = de koppeling `{ $link }` leidt nergens heen
    .label = leidt nergens heen
    .why = Lezers zouden op een pagina uitkomen die niet bestaat.
    .help = Verbeter het adres of maak de pagina waar het naar wijst.

leak = tekst die alleen voor `{ $audience }` bestemd is, zou gepubliceerd worden: “{ $words }”
    .label = zou gepubliceerd worden
    .why = Wat niet iedereen mag zien, mag in geen enkele byte van de site staan; eenmaal gepubliceerd is het niet terug te halen.
    .help = Verwijder de woorden hier, of leg een `release` vast als anderen ze mogen lezen.

unreadable-archive = in een archief dat gepubliceerd zou worden, valt niet te kijken: { $error }
    .label = hierin valt niet te kijken
    .why = Of er iets in zit wat niet iedereen mag zien, is niet na te gaan; daarom wordt er niets gepubliceerd.
    .help = Laat het bestand weg, of pak het met een gewoon programma opnieuw in, als zip zonder wachtwoord.

address-taken = op { $address } staat al een andere pagina
    .label = op een bezet adres
    .why = De pagina zou niet te zien zijn: de site heeft dit adres zelf nodig.
    .help = Geef de map van de pagina een andere naam.

unrendered-page = deze pagina kon niet gemaakt worden: { $error }
    .label = kon niet gemaakt worden
    .why = Er zou een gat in de site vallen waar andere pagina’s naar verwijzen.
    .help = Herstel het sjabloon of de inhoud die de fout noemt.

not-configured = pagina’s tonen wat `clausewerk.toml` niet vermeldt: { $names }
    .label = wordt als invulveld getoond
    .why = Een verklaring die niet zegt wie verantwoordelijk is of wie te bereiken is, is geen verklaring; de lezer kan er niets mee.
    .help = Vermeld elk in `clausewerk.toml`, waar `contact.privacy` staat voor `privacy = {"{"} email = "…" {"}"}` onder `[contact]`, of schrap in de pagina’s wat niet op u van toepassing is.

blank-in-page = deze pagina moet nog worden ingevuld: { $names }
    .label = wordt als invulveld getoond
    .why = De pagina wordt gepubliceerd zoals zij is; waar een mededeling hoort, vindt de lezer een leemte.
    .help = Vervang elk invulveld door wat voor u geldt, of schrap de zin. Moeten de accolades zelf er staan, schrijf dan `\{"{"}`.

unknown-name = `{"{"}{ $name }{"}"}` staat nergens voor
    .label = wordt als invulveld getoond
    .why = De pagina wordt gepubliceerd zoals zij is; waar een mededeling hoort, vindt de lezer een leemte.
    .help = { $suggested ->
        [yes] Schrijf `{"{"}{ $suggestion }{"}"}`, als u dat bedoelt.
       *[no] Schrijf een naam die in de configuratie bestaat, zoals `{"{"}owner.name{"}"}` of `{"{"}contact.privacy{"}"}`.
    }

security-txt-lapsed = `security.txt` is op { $expires } verlopen en blijft weg uit de site
    .label = in het verleden
    .why = Op een verlopen bestand mag niemand afgaan (RFC 9116); wie een kwetsbaarheid vindt, kan die dan nergens melden.
    .help = Ga na of het contact voor beveiliging nog klopt en geef `expires` dan een dag binnen een jaar.

security-txt-lapses = `security.txt` verloopt op { $expires }
    .label = binnen dertig dagen
    .why = Vanaf de dag daarna blijft het weg uit de site; wie een kwetsbaarheid vindt, kan die dan nergens melden.
    .help = Ga na of het contact voor beveiliging nog klopt en geef `expires` dan een dag binnen een jaar.

security-txt-too-far = `security.txt` verloopt pas op { $expires }
    .label = meer dan een jaar vooruit
    .why = RFC 9116 raadt minder dan een jaar aan, omdat wat erin staat ongemerkt veroudert.
    .help = Geef `expires` een dag binnen een jaar; u wordt gewaarschuwd voordat die dag komt.

security-txt-not-at-root = `security.txt` staat op { $address }, waar niemand het zoekt
    .label = de site staat niet in de hoofdmap van haar host
    .why = Volgens RFC 9116 wordt het in de hoofdmap van een host gezocht en nergens anders.
    .help = Laat de host dit bestand op `/.well-known/security.txt` tonen, of verwijs dat adres ernaar door.
