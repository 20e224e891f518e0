### What readers see on the site.

## On every page.

skip = Skip to content
nav-main = Main
nav-crumbs = Breadcrumb
nav-about = About this site
nav-data = For programs
home = Home
vendors = Vendors

# The standing words below every page.
foot-standing = A comparison of published contract texts on a date. No legal advice and no finding on compliance; between parties their own agreement prevails. A page or feed is no notice under anyone’s agreement.
foot-data = Data (JSON)
foot-sitemap = All pages

appearance = Appearance
    .auto = as the system
    .light = light
    .dark = dark

## Language.

# What a language is called in a sentence or heading.
language-name = { $code ->
    [nl] Dutch
    [en] English
    [de] German
    [fr] French
   *[other] { $code }
}
original = original
translation = translation
no-translation = no English translation
side-by-side = both languages side by side
both-languages = both languages

## What is not said, not recorded or not public. Three different things.

not-stated = not stated
not-recorded = not recorded
on-request = on request
on-request-hint = [on request]
partly = (in part)
unnumbered = a provision without a number

# $audience: customers, internal or public.
for-audience = { $audience ->
    [customers] for customers
    [internal] for internal use
   *[public] for everyone
}

# In place of text that these readers may not see. $what: agreement, main, annex, article.
stub = { $audience ->
    [customers] { $what ->
        [agreement] This agreement is for customers of { $vendor } and is not shown here.
        [main] This text is for customers of { $vendor } and is not shown here.
        [annex] This annex is for customers of { $vendor } and is not shown here.
       *[article] This article is for customers of { $vendor } and is not shown here.
    }
   *[internal] { $what ->
        [agreement] This agreement is for internal use only and is not shown here.
        [main] This text is for internal use only and is not shown here.
        [annex] This annex is for internal use only and is not shown here.
       *[article] This article is for internal use only and is not shown here.
    }
}
stub-ask = It can be requested through
    .vendor = the contacts of { $vendor }
    .here = It can be requested through the contacts on this page.

## Agreements.

# $text: summary or verbatim.
text-kind = { $text ->
    [verbatim] Verbatim text
   *[summary] Summary
}
    .own-words = in our words
    .in-line = { $text ->
        [verbatim] verbatim text
       *[summary] summary
    }

# $status: model, offered, signed or superseded.
status = { $status ->
    [model] model
    [offered] offered
    [signed] signed
    [superseded] superseded
   *[other] { $status }
}

status-is = status: { status }

# What a translation is worth. $status: informative, equally-authentic, sworn or none.
translation-status = { $status ->
    [sworn] sworn translation
   *[other] translation
} from { $original ->
    [nl] the Dutch
    [en] the English
   *[other] the original
}{ $status ->
    [informative] , for information
    [equally-authentic] , equally authentic
   *[other] { "" }
}

translation-standing = { $status ->
    [informative] for information
    [equally-authentic] equally authentic
   *[sworn] by a sworn translator
}
version-is = version { $version }
    .not-stated = version not stated
belongs-to = belongs to { $agreement }
belongs-to-prevails = prevails in case of conflict

# How much there is.
extent = { $articles ->
    [0] { $annexes ->
        [0] { "" }
        [one] 1 annex
       *[other] { $annexes } annexes
    }
    [one] 1 article{ $annexes ->
        [0] { "" }
        [one] , 1 annex
       *[other] , { $annexes } annexes
    }
   *[other] { $articles } articles{ $annexes ->
        [0] { "" }
        [one] , 1 annex
       *[other] , { $annexes } annexes
    }
}
extent-in-clauses = { $articles ->
    [0] { $clauses ->
        [one] 1 clause
       *[other] { $clauses } clauses
    }
    [one] 1 article, { $clauses ->
        [one] 1 clause
       *[other] { $clauses } clauses
    }
   *[other] { $articles } articles, { $clauses ->
        [one] 1 clause
       *[other] { $clauses } clauses
    }
}
count-agreements = { $count ->
    [0] no agreements
    [one] 1 agreement
   *[other] { $count } agreements
}

# In which languages. $translation is none where there is no translation.
languages-of = { $original ->
    [nl] Dutch original
    [en] English original
   *[other] original in { $original }
}{ $translation ->
    [none] { "" }
    [nl] , Dutch translation
    [en] , English translation
   *[other] , translation in { $translation }
}

## The description above a text.

colophon-text = Text
colophon-language = Language
colophon-original = Original
colophon-translation = Translation
colophon-version = Version
# $kind: date, effective, signed or received.
colophon-date = { $kind ->
    [effective] In force since
    [signed] Signed on
    [received] Received on
   *[date] Date
}
colophon-prevailing = Prevailing language
prevailing-equal = both languages alike
prevailing = { $code ->
    [nl] the Dutch text
    [en] the English text
   *[other] the text in { $code }
}
colophon-belongs-to = Belongs to
colophon-verified = Held against the source
colophon-audience = For whom
colophon-on-request = On request

# Stands above every summary.
standing-summary = This is not the text of { $vendor }.
    .more = Every provision is given in our own words and serves neither as evidence nor for signing. What holds between the parties is in their own agreement.

## The page of an agreement.

agreement-title = { $text ->
    [verbatim] { $title }, { $vendor }
   *[summary] { $title }, { $vendor } (summary)
}
agreement-description = { $text ->
    [verbatim] { $title } of { $vendor }, clause by clause
   *[summary] { $title } of { $vendor }, summarised clause by clause
}{ extent-follows }
# How much there is, where that can be told. $articles, $annexes.
extent-follows = { $articles ->
    [0] { "." }
   *[other] : { extent }.
}
# What follows in a description. $version is none where it is not stated.
agreement-state = { languages-of }; { status-is }; { $version ->
    [none] { version-is.not-stated }
   *[other] { version-is }
}.
processor = processor
shown-in-original = { $wanted ->
   *[en] There is no English translation.
} { $shown ->
    [nl] What follows is the Dutch original.
   *[other] What follows is the original.
}
shown-in-other = { $wanted ->
   *[en] This page is not available in English.
} { $shown ->
    [nl] What follows is the Dutch text.
   *[other] What follows is the text in another language.
}
contents = Contents
contents-label = Contents of the agreement
previous = Previous:
next = Next:
notes = Notes
note-mark = Note { $number }
note-back = Back to { $where }
    .unnumbered = Back to the text
as-data = This text as data (JSON)
    .summary = There too it is a summary and not the vendor’s text.
as-plain-text = This text as plain text
    .sha256 = SHA-256 of that file:
    .check = To check it, save the file and run
printed-from = Printed from { $address }
# In the margins of a printed page.
print-title = { $title }, { $vendor }
print-count = Page { $page } of { $pages }
# $why: summary, translation, incomplete, model, signed, superseded or page.
print-standing = { $why ->
    [summary] Summary, not the vendor’s text. Not for signing.
    [translation] Translation. Not for signing.
    [incomplete] Not complete: a part is on request. Not for signing.
    [model] Model. Not for signing.
    [signed] Signed already. Not for signing.
    [superseded] Superseded. Not for signing.
   *[page] No agreement and no legal advice. Not for signing.
}
print-links = Links

permanent-link = Permanent link to { $place }
colophon-parties = Parties
# $role: processor, controller, joint-controller, sub-processor or other.
party-role = { $role ->
    [processor] processor
    [controller] controller
    [joint-controller] joint controller
    [sub-processor] sub-processor
   *[other] other party
}
party-is = party: { party-role }
term-defined-in = Defined in
terms-used = Terms used
card-more = To this provision
# A script fills in {host}.
card-official = Official text at { $host }
term-concept = Concept: { $name }

# A script fills in {clause} and {today}. $version is none where it is not stated.
citation = { $clause }, { $title }, { $vendor } ({ $text ->
    [verbatim] { "" }
   *[summary] summary, not the vendor’s text;{ " " }
}{ $version ->
    [none] version not stated
   *[other] version { $version }
}), consulted { $today }
    .copy = Copy citation
    .copied = Copied

## Two languages side by side.

bilingual = Bilingual
bilingual-heading = { $original ->
    [nl] Dutch
    [en] English
   *[other] { $original }
} beside { $translation ->
    [nl] Dutch
    [en] English
   *[other] { $translation }
}
bilingual-title = { $title }, { $vendor }, { bilingual-heading }{ $text ->
    [verbatim] { "" }
   *[summary] { " " }(summary)
}
bilingual-description = { $text ->
    [verbatim] { $title } of { $vendor } in two languages, clause beside clause
   *[summary] { $title } of { $vendor } summarised in two languages, clause beside clause
}{ extent-follows }
# In place of a clause that one of the languages lacks.
no-twin = { $code ->
    [nl] Missing from the Dutch text.
    [en] Missing from the English text.
   *[other] Missing from this language.
}
notes-in = { $code ->
    [nl] Notes to the Dutch text
    [en] Notes to the English text
   *[other] Notes ({ $code })
}

## Home and vendors.

home-heading = What processors promise, clause by clause
home-lede = { $agreements ->
    [0] No agreements are included yet.
    [one] The agreement of { vendors-counted } on the processing of personal data, to read and to look things up in.
   *[other] The { $agreements } agreements of { vendors-counted } on the processing of personal data, to read and to look things up in.
}
vendors-counted = { $vendors ->
    [one] 1 vendor
   *[other] { $vendors } vendors
}
all-vendors = all vendors
home-what = What this site is, and is not
    .is = It is a reader’s guide. Every clause stands under its own number, and every silence is shown as silence.
    .is-not = It is no certification, no advice and no finding on compliance. What holds is in the parties’ own contract.
    .summaries = Where an agreement is summarised here, that is said above it.

vendors-lede = { $vendors ->
    [0] There are no vendors yet.
    [one] 1 vendor and its agreements.
   *[other] { $vendors } vendors and their agreements, in alphabetical order.
}
vendors-description = All vendors on this site with what they do and their agreements, in alphabetical order.
    .names = { vendors-counted }: { $names }.

vendor-kicker = Vendor · processor
vendor-description = { $vendor } as processor: { $agreements ->
    [0] { "" }
    [one] 1 agreement with its version and status, and{ " " }
   *[other] { $agreements } agreements with their versions and status, and{ " " }
}company details.
legal-name = Legal name
register = Register number
services = Services
seat = Seat
website = Website
agreements = Agreements
no-agreements = No agreements are included.

contacts = Contacts
    .persons = No person is named on this site. Customers find the people in their own contract.
    .on-request = What is on request is requested from { $vendor }.
# $role: privacy, breach, objection, security or general.
contact-role = { $role ->
    [privacy] Privacy
    [breach] Data breaches
    [objection] Objections to a sub-processor
    [security] Security
   *[general] General
}

# What stands on the picture that is shown where a page is shared.
card-alt = { $site }: { $tagline }
# Of a page of the owner's own words that has no paragraph to begin with, or none in this language.
page-description = The page “{ $title }” of { $site }.

## Search.

search = Search
search-description = Search every clause of the agreements, the definitions and the pages of this site, in English.
search-label = Search agreements and definitions
search-go = Search
search-scripts = Search needs scripts. Without them, everything can be found through
    .vendors = the vendors and their agreements
search-refine = Refine
    .counts = With each choice: how many texts it leaves.
search-kind = Kind
# $kind: agreement, definition or page.
search-kind-is = { $kind ->
    [agreement] agreement
    [definition] definition
   *[page] page
}
search-keys = Keys
    .focus = search
    .walk = through the results
    .open = open
# The heading above what there is in another language.
search-in = { $code ->
    [nl] In Dutch
    [en] In English
   *[other] In another language ({ $code })
}

# A script fills in what follows. $form is one or other; $n is a number,
# $q what was searched.
search-found-clauses = { $form ->
    [one] 1 provision
   *[other] { $n } provisions
}
search-found-agreements = { $form ->
    [one] { $what } in 1 agreement
   *[other] { $what } in { $n } agreements
}
search-found-definitions = { $form ->
    [one] 1 definition
   *[other] { $n } definitions
}
search-found-pages = { $form ->
    [one] 1 page
   *[other] { $n } pages
}
search-found-elsewhere = { $form ->
    [one] 1 text on “{ $q }”
   *[other] { $n } texts on “{ $q }”
}
search-more-clauses = { $form ->
    [one] 1 more provision
   *[other] { $n } more provisions
}
search-more-texts = { $form ->
    [one] Search 1 more text
   *[other] Search { $n } more texts
}
search-partly = In the { $n } best matching of { $total } texts: { $what }
search-none = Nothing found for “{ $q }”.
    .called = No provision speaks of “{ $q }”. Under the name “{ $name }”: { $what }.
    .any = No text has all these words. Found with some of them: { $what }.
    .chosen = Nothing found for “{ $q }” in what you have ticked.
    .all = Search everywhere
    .advice = Try another or a shorter word, or fewer words. Everything can also be found through
search-failed = Search does not work at the moment. Try again later, or look at
search-definition = Definition: { $title }
search-note = Note { $n }
search-topics = Found by its topic: { $topics }
search-standing = { $standing ->
    [original] original
    [translation] translation
   *[foreign] { $code ->
        [nl] in Dutch only
        [en] in English only
       *[other] in another language only
    }
}

## Where there is nothing.

not-found = This page does not exist
    .more = It may have moved, or the address may be wrong.
    .home = To the home page

# Laws and places

law-citation = Article { $article }{ $paragraph ->
    [none] {""}
   *[other] ({ $paragraph })
}{ $point ->
    [none] {""}
   *[other] ({ $point })
} { $law }
law-repealed = [repealed as of { $since }]
place-article = art. { $number }
place-clause = para. { $number }
place-nth = { $kind ->
    [item] item { $rank }
   *[paragraph] paragraph { $rank }
}
place-item = under { $label }
place-preamble = preamble
place-heading = ‘{ $heading }’
laws-cited = Legislation cited
laws-as-at = As at { $today }.
laws-note = Citations are in the usual form; the text itself may cite differently.
law-since = applicable since { $since }
law-repealed-since = repealed as of { $since }
law-relied-until = what was agreed before could be relied on up to and including { $until }
law-successor = replaced by { $law }
law-cited-in = cited in

# Definitions

definitions = Definitions
definitions-description = { $concepts ->
    [one] One concept and the defined terms
   *[other] { $concepts } concepts and the defined terms
} of all agreements, from A to Z, with each vendor’s definition beside the others.
definitions-lede = { $concepts ->
    [one] One concept
   *[other] { $concepts } concepts
}, defined by { $vendors ->
    [one] one vendor
   *[other] { $vendors } vendors
}: beside each concept stands how many of them define it.
letters = Go to a letter
see = see
defined-by = Defined by
count-of = { $count } of { $all }
and-more = and in { $count ->
    [one] one more place
   *[other] { $count } more places
}
definitions-as-data = Concepts and definitions as data (JSON)
definition-title = Concept: { $name }
definition-description = { $vendors ->
    [0] The concept ‘{ $name }’ in agreements and in the law.
    [one] How one vendor’s agreements define ‘{ $name }’.
   *[other] How { $vendors } vendors define ‘{ $name }’, side by side.
}
concept = Concept
in-language = { $code ->
    [nl] Dutch:
    [en] English:
   *[other] { $code }:
}
in-the-gdpr = In the law:
also-called = Also:
how-defined = How it is defined
in-own-words = summarised in our own words
used-in = Used in
used-nowhere = Used in no other provision.
against-gdpr = { $reach ->
    [narrower] Narrower than the GDPR
    [wider] Wider than the GDPR
   *[same] As in the GDPR
}
not-defined = Not defined
not-defined-note = The agreements examined here contain no definition of their own.

## Comparisons and registers.

# $state: stated, covered, partly, not-stated, absent, elsewhere, not-applicable, not-recorded or withheld.
state-word = { $state ->
    [stated] stated
    [covered] found
    [partly] partly
    [absent] not found
    [elsewhere] elsewhere
    [not-applicable] not applicable
    [not-recorded] { not-recorded }
    [not-shown] not in the text shown
    [withheld] { on-request }
   *[not-stated] { not-stated }
}
state-means = { $state ->
    [stated] the text provides for it
    [covered] the text provides for it
    [partly] in part, or by reference
    [absent] examined, not there
    [elsewhere] left to another document
    [not-applicable] does not arise here
    [not-recorded] nobody has looked yet
    [not-shown] some of the documents are on request
    [withheld] in a text that is not public
   *[not-stated] examined, not there
}
state-count = { $count } { state-word }

# $which: shortest, longest, lowest or highest.
extreme = { $which ->
    [shortest] shortest
    [longest] longest
    [lowest] lowest
    [better] most favourable
    [worse] least favourable
   *[highest] highest
}
examined = examined:
no-provision = no provision

# Positions of the site owner: in internal builds only.
playbook = Points to negotiate
playbook-description = Where each vendor stands against our positions.
playbook-lede = { $positions ->
        [one] One position of our own
       *[other] { $positions } positions of our own
    }, and where each vendor stands against them. For every vendor: what to negotiate and the wording to ask for.
playbook-standing = For internal use only. These judgements follow from recorded facts and our own positions; they are no legal advice.
verdict = { $verdict ->
    [preferred] preferred
    [acceptable] acceptable
    [open] to be judged
   *[unacceptable] unacceptable
}
    .count = { $verdict ->
        [preferred] { $count } preferred
        [acceptable] { $count } acceptable
        [open] { $count } to be judged
       *[unacceptable] { $count } unacceptable
    }
    .means = { $verdict ->
        [preferred] as we want it
        [acceptable] we can live with this
        [open] fits none of the positions
       *[unacceptable] we do not agree to this
    }
negotiation = Negotiating with { $vendor }
negotiation-description = What to negotiate with { $vendor }, provision by provision, and the wording to ask for.
negotiation-lede = What the agreements of { $vendor } say, what we want, and the wording we ask for: in the order of the provisions.
negotiation-first = By priority
negotiation-silent = Where the texts are silent
negotiation-agreed = As we want it
negotiation-now = Now, with { $vendor }
negotiation-priority = priority { $priority }
negotiation-ask = Ask for

reply = Reply of { $vendor }
    .unaltered = How the vendor replied to what is shown here, unaltered and in full.
    .of = reply of { $vendor } of { $date }
compare = Compare
compare-description = Vendors of processing services beside each other: what { $vendors ->
        [one] one vendor lays
       *[other] { $vendors } vendors lay
    } down in their agreements, with the clause for every answer.
compare-lede = What { $vendors ->
        [one] one vendor lays
       *[other] { $vendors } vendors lay
    } down in their agreements, with the clause for every answer.
compare-standing = A comparison of agreements as they were published; no advice and no finding on compliance.
# $view: facts or coverage.
compare-view = { $view ->
    [facts] Facts beside each other
    [topics] Clauses by topic
    [vendors] Two vendors beside each other
    [models] Deviations from our own model
    [security] Security measures
    [playbook] Points to negotiate
   *[coverage] What the law asks
}
    .about = { $view ->
        [facts] Periods, amounts, rights and duties by vendor.
        [topics] The clauses of all vendors on one topic.
        [vendors] Clause against clause, with the differences word by word.
        [models] The agreements of vendors against our model, provision by provision.
        [security] The measures and certificates that vendors mention.
        [playbook] Where each vendor stands against our own positions, and the wording to ask for.
       *[coverage] The elements of GDPR Article 28 and its neighbours, and where the texts provide for them.
    }
compare-facts = { $number ->
    [one] Facts beside each other
   *[other] Facts beside each other, part { $number }
}
compare-facts-description = Breach deadlines, audit rights, sub-processors, liability and more: what the agreements of { $vendors ->
        [one] one vendor
       *[other] { $vendors } vendors
    } state, with the clause.
compare-facts-lede = What { $vendors ->
        [one] one vendor states
       *[other] { $vendors } vendors state
    } in their agreements, with the clause. Where a text is silent, the documents examined are named.
compare-facts-standing = Numbers are compared only where unit and starting point agree, and never converted.
compare-coverage = { $number ->
    [one] What the law asks, and where it is found
   *[other] What the law asks, and where it is found, part { $number }
}
compare-coverage-description = The elements of GDPR Article 28 and its neighbours, and the clauses in which the texts of { $vendors ->
        [one] one vendor
       *[other] { $vendors } vendors
    } provide for them.
compare-coverage-lede = The elements of GDPR Article 28 and its neighbours, and the clause in which each vendor’s text provides for them.
compare-coverage-standing = Counted is what stands in the texts examined. What is missing here may be agreed elsewhere.
compare-topics = Clauses by topic
compare-topics-description = What vendors provide on breaches, sub-processors, audits, liability and other topics, clause beside clause.
compare-topics-lede = Choose a topic: the clauses of all vendors stand there side by side.
compare-topics-count = { $count } of { $all }
compare-topic = { $number ->
    [one] { $topic }: clauses side by side
   *[other] { $topic }: clauses side by side, part { $number }
}
compare-topic-description = The clauses of all vendors on the topic ‘{ $topic }’, side by side.
compare-topic-lede = Each vendor’s clauses on this topic. Whoever is silent on it is here as well.
compare-topic-like = { $same ->
    [yes] The same as
   *[no] Nearly the same as
}
compare-topic-redline = Show the differences
compare-topic-more = { $count ->
    [one] and one clause more
   *[other] and { $count } clauses more
}
some-on-request = Some of the documents are on request and are not counted here.
compare-models = Deviations from our own model
compare-models-description = Vendors’ agreements beside the model of this site’s owner, provision by provision.
compare-models-lede = Choose a vendor: its agreement stands beside our model, provision by provision, with what is the same, what reads otherwise and what only one side has.
compare-model = { $vendor }: deviations from “{ $model }”
compare-model-description = Where the agreement of { $vendor } deviates from “{ $model }”: what reads otherwise and what only one side has.
compare-model-side = the model
compare-pairs = Two vendors beside each other
compare-pairs-description = Agreements of two vendors at a time, clause against clause, with the differences word by word.
compare-pairs-lede = Choose two vendors: their processing agreements stand clause against clause, with the differences word by word.
compare-pairs-all = All pairs are here: { $all }. Of more than sixteen vendors, each stands beside the four most like it.
compare-pairs-bounded = Shown: { $shown } of { $all } possible pairs, each vendor with those that are most like it.
compare-pair = { $left } beside { $right }
compare-pair-description = The processing agreements of { $left } and { $right }, clause against clause: what is the same, what differs and what one of them lacks.
compare-pair-lede = { $of ->
    [model] Each provision of the model stands beside the one on the same subject that is most like it, wherever that stands. What has no counterpart may be dealt with under another subject.
   *[vendors] Clauses that are alike stand together, wherever they are.
}
compare-pair-foreign = The texts are in different languages, so differences are not marked.
compare-pair-other = Other
compare-pair-untold = This is no judgement: what has no counterpart here may be provided for elsewhere or otherwise, or in the law.
security = { $number ->
    [one] Security measures
   *[other] Security measures, part { $number }
}
security-description = Which technical and organisational measures vendors state in their agreements, where they are stated, and the certificates they mention.
security-lede = The technical and organisational measures that vendors state in their agreements, and where.
security-standing = What is shown stands in the text. Whether a measure is carried out does not follow from it.
iso-controls = ISO/IEC 27001:2022, Annex A: { $controls }
security-certificates = Certificates
    .note = Certificates that the agreements mention. A hosting provider’s certificate is not the vendor’s.
security-held = Held by { $holder }, not by { $vendor } itself
security-held-own = Held by { $vendor }
security-scope = Scope:
security-valid = Valid until:
# $kind: facts or coverage.
compared = { $kind ->
    [facts] Facts
    [playbook] Points to negotiate
   *[coverage] What the law asks
}
    .count = { $kind ->
        [facts] { $count } of { $of } stated
        [playbook] { $count } of { $of } unacceptable
       *[coverage] { $count } of { $of } required elements found in the text
    }
coverage-uncounted = not counted: repeats other requirements, or holds without a contract too
compare-glance = At a glance
compare-each = Requirement by requirement
compare-data = This comparison as data (JSON)
compare-sheet = This comparison as a sheet (CSV)
    .workbook = As a workbook (XLSX)
sheet-group = Group
sheet-notes = Notes
# How a text ends that is too long for a cell of a workbook.
sheet-cut = … [cut off; all of it stands in the CSV]
# $vendors: how many vendors a workbook has no room for.
sheet-left-out = { $vendors ->
    [one] One vendor has
   *[other] { $vendors } vendors have
    } no room in a workbook. The CSV has all.
# $what: facts, requirements or measures.
matrix-name = { $what ->
    [facts] Facts by vendor
    [measures] Measures by vendor
   *[requirements] Requirements by vendor
}
matrix-corner = { $what ->
    [facts] Fact
    [measures] Measure
   *[requirements] Requirement
}
compare-read = Held against the texts on { $first }.
    .between = Held against the texts between { $first } and { $last }.
compare-pages = More vendors
    .of = { $first } to { $last }
# $what: facts or requirements.
compare-choose = { $what ->
    [facts] Choose vendors and facts
    [vendors] Choose vendors
    [clauses] Choose clauses
    [measures] Choose vendors and measures
   *[requirements] Choose vendors and requirements
}
compare-groups = { $what ->
    [facts] Subjects
    [measures] Themes
   *[requirements] Kinds
}
defers-to = Refers to: { $document }.
# $form: one or other; $months is written as the language does.
months-of-fees = { $form ->
    [one] the fees of { $months } month
   *[other] the fees of { $months } months
}
# $means: what silence means in law; $basis: the law, or none.
silence = { $means ->
    [law-prohibits] Where the text is silent, the law forbids it{ $basis ->
        [none] .
       *[other] { " " }({ $basis }).
    }
    [statute] Where the text is silent, the law applies{ $basis ->
        [none] .
       *[other] { " " }({ $basis }).
    }
    [defect] The law wants the agreement to set this out{ $basis ->
        [none] .
       *[other] { " " }({ $basis }).
    }
   *[other] { "" }
}

filter-open = Choose what you see
filter-columns = Vendors
filter-more = A vendor of another page
    .add = Add
    .said = { $vendor } was added.
    .unknown = No vendor is called that.
    .several = Several vendors are called that. Please write more of the name.
    .most = No more than { $most } vendors of other pages fit beside these. Clear the choice first.
    .failed = That vendor could not be fetched. Please try again, or go to its own page above.
filter-any = all
filter-show = Show
    .differences = differences only
filter-reset = Clear the choice
filter-note = With nothing chosen, everything is shown.
    .address = The choice is in this page’s address and goes along in a link.
# $what: facts, requirements, engagements, measures, clauses or rows. A script fills in the numbers.
filter-left = { $what ->
    [facts] { $left } of { $all } facts
    [requirements] { $left } of { $all } requirements
    [engagements] { $left } of { $all } engagements
    [measures] { $left } of { $all } measures
    [clauses] { $left } of { $all } clauses
   *[rows] { $left } of { $all } rows
}
filter-left-columns = { $shown } of { $of } vendors
filter-says = Shown: { $what }.

# $kind: same, moved, differs, reworded, left-only or right-only.
redline-kind = { $kind ->
    [same] the same
    [moved] the same, in another place
    [reworded] same matter, other words
    [left-only] { $of ->
        [model] no counterpart
       *[vendors] only in { $left }
    }
    [right-only] { $of ->
        [model] not in the model
       *[vendors] only in { $right }
    }
   *[differs] { $count ->
        [one] one difference
       *[other] { $count } differences
    }
}
redline-tally = { $kind ->
    [same] the same
    [moved] moved
    [reworded] in other words
    [left-only] { $of ->
        [model] no counterpart
       *[vendors] only in { $left }
    }
    [right-only] { $of ->
        [model] not in the model
       *[vendors] only in { $right }
    }
   *[differs] with differences
}
redline-unmatched = no provision like it
redline-and = and
# What a screen reader says with words struck through or underlined, and what goes along when they are copied.
redline-only = [only { $vendor }:
redline-key = How to read it:
    .struck = struck through
    .left = is only in { $left },
    .underlined = doubly underlined
    .right = only in { $right }. Everything else is the same.

# The first words above a drawn row: how many of the requirements.
marks-of = { $count } of { $all }
marks-found = found

# $kind: announced, object, effective or today.
change-date = { $kind ->
    [announced] Announced
    [object] Object no later than
    [today] Today
   *[effective] Takes effect
}
# $kind: added, replaced, removed or altered.
upcoming-change = { $kind ->
    [added] { $vendor } adds { $company }
    [replaced] { $vendor } replaces { $former } with { $company }
    [removed] { $vendor } no longer engages { $company }
   *[altered] { $vendor } changes how it engages { $company }
}
upcoming-dates = What happens when
upcoming-note = The dates are indicative; this page is no notice under anyone’s agreement.
upcoming-objected = A customer has objected (entered on { $day }).
upcoming-closed = The last day to object has passed.
upcoming-none = No change is announced.
