# Registers van subverwerkers, wijzigingen en wat daarop volgt.

sub-processors = Subverwerkers
sub-processors-description = Bedrijven die { $vendors ->
        [one] één leverancier inschakelt
       *[other] { $vendors } leveranciers inschakelen
    } om persoonsgegevens voor klanten te verwerken: waarvoor, waar, op welke grond, en wat er verandert.
sub-processors-lede = Bedrijven die leveranciers inschakelen om persoonsgegevens van hun klanten te verwerken: waarvoor, waar, op welke grond, en wat er verandert.
register-heading = Register
register-as-at = Stand op { $day }
register-last-change = Laatste wijziging in het register:
register-next = Wat er verandert
register-past = Niet meer ingeschakeld
register-rights = Melden en bezwaar, zoals overeengekomen
register-right = { $what ->
        [notice] Melden
       *[objection] Bezwaar
    }
# Between the last two names of a list.
list-and = en
register-history = Geschiedenis
register-history-none = Er is nog niets opgenomen.
register-engagements = Ingeschakelde subverwerkers
register-engagements-past = Eerder ingeschakelde subverwerkers
register-filter = Het register doorzoeken
register-all = Het hele register
register-objecting = Bezwaar maken
register-follow = Volgen
register-silent = { $vendors ->
        [one] { $names } noemt in de onderzochte teksten geen subverwerker.
       *[other] { $names } noemen in de onderzochte teksten geen subverwerker.
    } Dat is zwijgen, en geen bewijs dat er geen is.
register-unrecorded = Van { $names } heeft niemand vastgelegd wie zij inschakelen.
register-notice = Een pagina, feed of agenda is geen mededeling in de zin van enige overeenkomst.
register-counting = De uiterste dagen voor bezwaar zijn een aanwijzing. De dag waarop een termijn ingaat, telt niet mee; dagen zijn kalenderdagen, en een maand eindigt op de dag met hetzelfde nummer of anders op de laatste dag. Een weekend of feestdag verschuift niets.
register-country-index = Per land
register-transfers-as-at = Of een land in de EER ligt en of een adequaatheidsbesluit geldt, is vermeld per { $day }; de lijsten zijn het laatst nagezien op { $verified }.

register-field = { $field ->
        [company] Bedrijf
        [vendor] Leverancier
        [purpose] Doel
        [service] Dienst
        [condition] Voorwaarde
        [data] Categorieën van persoonsgegevens
        [data-subjects] Categorieën van betrokkenen
        [place] Plaatsen
        [transfer] Doorgifte buiten de EER
        [further] Volgende subverwerkers
        [data-short] Gegevens
        [permission] Toegestaan op grond van
        [named-in] Genoemd in
        [since] Status
        [reviewed] Nagezien op
        [legal-name] Rechtspersoon
        [country] Land van vestiging
        [address] Adres
        [parent] Moedermaatschappij
        [website] Website
        [engaged-by] Ingeschakeld door
        [also] Verderop in de keten ingeschakeld
       *[other] { $field }
    }
register-filter-by = { $field ->
        [vendor] Leverancier
        [service] Dienst of product
        [country] Land
        [data] Gegevens
       *[transfer] Doorgifte
    }
register-name-withheld = { $audience ->
        [customers] Naam op aanvraag voor klanten
        [internal] Naam niet openbaar
       *[none] Naam op aanvraag
    }
register-engaged-by = { $count ->
        [one] één leverancier
       *[other] { $count } leveranciers
    }
register-released = Ruimer getoond dan de bron: { $by }, { $day }. { $basis }

engagement-status = { $status ->
        [planned] { $date ->
            [none] aangekondigd; vanaf wanneer is niet vermeld
           *[other] aangekondigd, vanaf { $date }
        }
        [objected] { $date ->
            [none] aangekondigd; een klant maakt bezwaar
           *[other] aangekondigd, vanaf { $date }; een klant maakt bezwaar
        }
        [active] { $date ->
            [none] in gebruik; sinds wanneer is niet vermeld
           *[other] in gebruik sinds { $date }
        }
        [ending] { $date ->
            [none] in gebruik; het einde is aangekondigd
           *[other] in gebruik tot { $date }
        }
        [replaced] { $date ->
            [none] vervangen
           *[other] vervangen op { $date }
        }
        [withdrawn] aangekondigd, toch niet ingeschakeld
        [active-withheld] in gebruik; sinds wanneer is op aanvraag
        [withheld] of het al in gebruik is, is op aanvraag
       *[ended] { $date ->
            [none] beëindigd
           *[other] beëindigd op { $date }
        }
    }
place-in = { $locality ->
        [none] { $country }
       *[other] { $country } ({ $locality })
    }
special-category = { $name } (bijzondere categorie)

# Names of countries stand alone: after a preposition some want an article.
transfer-ground = { $mechanism ->
        [none-needed] niet nodig voor de vermelde plaatsen
        [adequacy-decision] adequaatheidsbesluit { $decision }: { $countries }
        [scc] { $module ->
            [none] standaardcontractbepalingen
           *[other] standaardcontractbepalingen, module { $module }
        }{ $countries ->
            [none] {""}
           *[other] {":"} { $countries }
        }
        [bcr] bindende bedrijfsvoorschriften{ $countries ->
            [none] {""}
           *[other] {":"} { $countries }
        }
       *[derogation] { $provision ->
            [none] afwijking voor een specifieke situatie (artikel 49 AVG)
           *[other] afwijking ({ $provision })
        }{ $countries ->
            [none] {""}
           *[other] {":"} { $countries }
        }
    }
transfer-kind = { $mechanism ->
        [none-needed] niet nodig
        [adequacy-decision] adequaatheidsbesluit
        [scc] standaardcontractbepalingen
        [bcr] bindende bedrijfsvoorschriften
        [derogation] afwijking
        [none] geen grond vastgelegd
        [withheld] op aanvraag
        [not-recorded] niet vastgelegd
       *[not-stated] niet vermeld
    }
transfer-none-for = { $countries }: geen grond vastgelegd.
transfer-lapsed-for = { $country }: { $decision } draagt op { $day } geen doorgifte.
transfer-scope = voor { $scope }
transfer-document = document
further-none = geen

register-event = { $kind ->
        [entered] { $vendor }: { $company } in het register opgenomen
        [added] { $vendor } voegt { $company } toe
        [replaced] { $former ->
            [none] { $vendor } vervangt een subverwerker door { $company }
           *[other] { $vendor } vervangt { $former } door { $company }
        }
        [altered] { $vendor } wijzigt de inschakeling van { $company }
        [removed] { $vendor } schakelt { $company } niet langer in
        [objected] { $vendor }: bezwaar tegen { $company }
        [withdrawn] { $vendor }: aangekondigde wijziging rond { $company } ingetrokken
       *[corrected] { $vendor }: gegevens over { $company } gecorrigeerd
    }
changed-agreement = { $kind ->
        [first] { $vendor }: { $agreement } op deze site gezet
        [correction] { $vendor }: { $agreement } op deze site verbeterd
       *[version] { $vendor }: { $agreement }, nieuwe versie
    }
changed-vendor = { $vendor } is nieuw op deze site
changed-version = Versie: { $version }.
change-kind = { $kind ->
        [register] Register
        [agreement] Overeenkomst
       *[vendor] Leverancier
    }
change-takes-effect = Gaat in op { $day }.
change-took-effect = Ging in op { $day }.
change-would-take-effect = Zou ingaan op { $day }.
change-withdrawn-on = Ingetrokken op { $day }; de wijziging gaat niet door.
change-effect-unstated = Wanneer het ingaat, is niet vermeld.
change-announced-on = Aangekondigd op { $day }.
change-object-until = Bezwaar uiterlijk op { $day }.
change-why = Reden: { $why }
change-withheld = { $audience ->
        [customers] Datums en redenen zijn voor klanten.
       *[internal] Datums en redenen zijn intern.
    }

last-day = { $how ->
        [stated] De leverancier noemt deze dag.
        [counted] { $period } { $trigger }, gerekend vanaf { $from }; die dag zelf telt niet mee.
        [not-counted] Overeengekomen: { $period } { $trigger }. Op welke dag die termijn ingaat, is hier niet vastgelegd; daarom is geen dag berekend.
        [not-counted-unit] Overeengekomen: { $period } { $trigger }. Zulke dagen hangen af van plaatselijke feestdagen; daarom is geen dag berekend.
        [not-counted-bare] Overeengekomen: { $period }; vanaf wanneer is niet vastgelegd, dus er is geen dag berekend.
        [no-period] Bezwaar is overeengekomen, zonder termijn: er is geen datum berekend.
        [not-stated] De onderzochte teksten zeggen niets over bezwaar.
        [withheld] Wat over bezwaar is overeengekomen, is op aanvraag.
       *[not-recorded] Wat over bezwaar is overeengekomen, is niet vastgelegd.
    }
# What a script adds to a day to come.
days-left = nog { $days } dagen
    .one = nog één dag
object-how = Bezwaar maakt u bij { $vendor }, niet bij deze site; een adres daarvoor staat hier niet.
contact-stands-in = { $role ->
        [privacy] het algemene privacycontact
       *[other] het algemene contact
    }
object-how-at = Bezwaar maakt u bij { $vendor }:

changes = Wijzigingen
changes-description = Wat er veranderde in registers van subverwerkers en in overeenkomsten, en welke leveranciers nieuw zijn.
changes-lede = Wat er veranderde in registers van subverwerkers en in overeenkomsten, en welke leveranciers nieuw zijn. Ook verbeteringen blijven vermeld.
changes-none = Er is nog niets opgenomen.
changes-latest = Laatste wijzigingen
changes-all = Alle wijzigingen
feeds = Volgen
feed-form = { $form ->
        [atom] Atom
        [json] JSON Feed
       *[calendar] Agenda
    }
feed-title = { $what ->
        [changes] { $site }: wijzigingen
        [register] { $site }: wijzigingen in het register van subverwerkers
       *[vendor] { $site }: wijzigingen in de subverwerkers van { $vendor }
    }
calendar-event = { $point ->
        [announced] Aangekondigd: { $what }
        [object] Laatste dag voor bezwaar (aanwijzing): { $what }
       *[effective] Gaat in: { $what }
    }
register-data = Gegevens
register-none-yet = Er is geen subverwerker opgenomen.

sub-processor-kicker = Subverwerker
sub-processor-description = { $company }: welke leveranciers het bedrijf inschakelen, waarvoor en waar.
sub-processor-engaged = Ingeschakeld door { $vendor }
vendor-sub-processors = Subverwerkers van { $vendor }
vendor-sub-processors-description = Wie { $vendor } inschakelt om persoonsgegevens te verwerken: waarvoor, waar, op welke grond, en wat er verandert.
vendor-sub-processors-count = { $count ->
        [0] geen genoemd
        [one] één inschakeling
       *[other] { $count } inschakelingen
    }
vendor-register-silent = De onderzochte teksten noemen geen subverwerker. Dat is zwijgen, en geen bewijs dat er geen is.
vendor-register-examined = Onderzochte teksten:

# De mededeling aan klanten: platte tekst, ondertekend door de leverancier; “wij” is dus de leverancier. $kind: added, replaced, altered
# of removed; $since: to-come, de dag waarop zij inging, of none waar die niet is vermeld.
notice-subject = Mededeling van een wijziging in de subverwerkers van { $vendor }
notice-greeting = Geachte klant,
notice-opening = { $since ->
        [to-come] { $kind ->
            [added] Wij zijn voornemens { $company } als subverwerker in te schakelen. Dit is de mededeling van die wijziging in de zin van artikel 28 lid 2 AVG en van onze overeenkomst.
            [replaced] Wij zijn voornemens { $company } als subverwerker in te schakelen, in de plaats van { $former }. Dit is de mededeling van die wijziging in de zin van artikel 28 lid 2 AVG en van onze overeenkomst.
            [altered] Wij zijn voornemens { $company } anders als subverwerker in te schakelen dan tot nu toe. Dit is de mededeling van die wijziging op grond van onze overeenkomst.
           *[removed] Wij zullen { $company } niet langer als subverwerker inschakelen.
        }
        [none] Wij schakelen { $company } niet langer als subverwerker in.
       *[other] { $kind ->
            [added] Met ingang van { $since } schakelen wij { $company } als subverwerker in. Van die wijziging stellen wij u hierbij op de hoogte.
            [replaced] Met ingang van { $since } schakelen wij { $company } als subverwerker in, in de plaats van { $former }. Van die wijziging stellen wij u hierbij op de hoogte.
            [altered] Met ingang van { $since } schakelen wij { $company } anders als subverwerker in dan voorheen. Van die wijziging stellen wij u hierbij op de hoogte.
           *[removed] Met ingang van { $since } schakelen wij { $company } niet langer als subverwerker in.
        }
    }
notice-what = { $kind ->
        [added] { $company } wordt subverwerker
        [replaced] { $company } vervangt { $former } als subverwerker
        [altered] { $company } wordt anders ingeschakeld
       *[removed] { $company } is niet langer subverwerker
    }
notice-unnamed = een bedrijf dat wij in deze brief niet noemen
notice-until-then = { $state ->
        [holds] Tot de wijziging ingaat, geldt:
       *[held] Tot de wijziging inging, gold:
    }
notice-line = { $line ->
        [what] Wat er verandert
        [why] Reden
        [company] Bedrijf
        [purpose] Doel
        [service] Dienst
        [condition] Voorwaarde
        [data] Categorieën van persoonsgegevens
        [data-subjects] Categorieën van betrokkenen
        [place] Waar
        [transfer] Doorgifte buiten de EER
        [further] Volgende subverwerkers
        [permission] Toegestaan op grond van
        [announced] Aangekondigd op
        [effective] Gaat in op
        [in-effect] Ingegaan op
        [object-until] Bezwaar uiterlijk op
        [object-within] Bezwaar binnen
        [object] Bezwaar
        [object-to] Bezwaar richten aan
       *[page] Meer
    }
notice-counted = { $day } ({ $period }, gerekend vanaf { $from }; die dag zelf telt niet mee)
notice-object = { $how ->
        [no-period] u kunt bezwaar maken; onze overeenkomst noemt geen termijn
        [not-stated] onze overeenkomst zegt niets over bezwaar
       *[as-agreed] zoals overeengekomen
    }
notice-silent = { $state ->
        [withheld] niet opgenomen in deze brief
        [not-recorded] nog niet vastgelegd
       *[not-stated] niet vermeld
    }
notice-closing = { $vendor }
