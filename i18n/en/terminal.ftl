### What the program says in the terminal, beside the findings themselves.

## The severity of a finding, and what begins the lines beneath it.

severity-error = error
severity-warning = warning
severity-note = note

report-why = why
report-help = help

## What the program is doing.

phase-read = Reading files
phase-parse = Parsing texts
phase-model = Building the agreements
phase-audience = Deciding what readers may see
phase-resolve = Looking up references and definitions
phase-analyse = Comparing agreements
phase-check = Proofreading
phase-render = Making pages
phase-search = Making the search index
phase-guard = Making sure that nothing leaks
phase-write = Writing the site

## The closing line. $parts are the counts below that are not zero, with commas between them.

summary-built = Site built: { $parts } ({ $time })
summary-failed = Site not built: { $parts } ({ $time })
summary-checked = Checked: { $parts } ({ $time })

summary-pages = { $count ->
    [one] { $count } page
   *[other] { $count } pages
}
summary-languages = { $count ->
    [one] { $count } language
   *[other] { $count } languages
}
summary-vendors = { $count ->
    [one] { $count } vendor
   *[other] { $count } vendors
}
summary-agreements = { $count ->
    [one] { $count } agreement
   *[other] { $count } agreements
}
summary-errors = { $count ->
    [one] { $count } error
   *[other] { $count } errors
}
summary-warnings = { $count ->
    [one] { $count } warning
   *[other] { $count } warnings
}
summary-notes = { $count ->
    [one] { $count } note
   *[other] { $count } notes
}
summary-no-findings = no findings
summary-withheld = { $count ->
    [one] { $count } provision withheld
   *[other] { $count } provisions withheld
}
summary-time = { $milliseconds } ms

summary-read = Site read: { $parts } ({ $time })

## The preview.

preview-listening = Preview on { $url } (Ctrl-C ends it)
preview-exposed = This preview can be seen by others on the network: everything that its audience may read is on show.
preview-exposed-folder = This folder can be seen by others on the network: everything in it is on show.
preview-no-site = { $folder } is not a folder: say with --root where the site is, or make one with clausewerk init
preview-no-folder = { $folder } is not a folder: make a site with clausewerk build, which writes to public/ unless told otherwise
preview-gone-site = the folder { $folder } is no longer there; put it back, or end the preview
preview-unbuilt = { $folder } holds no index.html: is it a built site? clausewerk build makes one, in public/ unless told otherwise
preview-port-taken = cannot listen on port { $port } of { $address }: is another preview running? Choose another with --port, or 0 for any that is free
preview-no-port = cannot listen on port { $port } of { $address }: choose another with --port, or another address with --interface
preview-failed = the program failed unexpectedly while it read the site; please report this as a fault of Clausewerk
preview-unread = The site could not be read, so what was read before stays: { $error }
preview-polling = The system does not tell of changed files ({ $error }), so they are looked at twice a second.
preview-label = Preview
preview-faults = The site has errors; this is how it was before
preview-errors = The site has errors
preview-gone = This page is no longer there
preview-lost = The preview does not answer; this page may be old
preview-hide = Hide
preview-untold = What is wrong is not shown here, since others can see this preview. The terminal says it, and so does clausewerk build.
preview-bar = Preview bar
preview-fold = Fold the bar
preview-unfold = Show the preview bar
preview-findings = Findings on this page
preview-elsewhere = On the rest of the site: { $counts }.
preview-read-as = Read as
preview-audience = { $audience ->
    [public] Public
    [customers] Customers
   *[internal] Internal
}
preview-twin = In { $language }
preview-source = Source
preview-copy = Copy { $place }
preview-copied = Copied: { $place }
preview-keep = Click in the text to keep its place here.
preview-built = Built { $time } ({ $took } ms)
swapped-file-by-file = The folder could not be swapped whole (is it a mount?), so its files were replaced one by one.

init-done = Made { $count } files in { $folder }. See the site with: clausewerk serve --root { $folder } --open

report-more = { $count ->
    [one] … and { $count } more finding.
   *[other] … and { $count } more findings.
}

## Rules.

explain-more = For one of them: clausewerk explain RULE
explain-unknown = there is no rule “{ $rule }”
explain-suggestion = did you mean { $suggestion }?

example-translation = translation
example-schedule = agreement that belongs to it
example-agreement = agreement.toml
example-clausewerk = clausewerk.toml
example-coverage = coverage.toml
example-facts = facts.toml
example-page = page of your own
example-sub-processors = sub-processors.toml
example-elsewhere = sub-processors.toml of another vendor
example-company = a company’s file

area-structure = Numbers and structure
area-references = References
area-definitions = Definitions
area-law = Law
area-translation = Translations
area-drafting = Drafting
area-audience = Audience
area-markup = Markdown and attributes
area-tables = TOML files
area-files = Files
area-themes = Messages and themes
area-sub-processors = Sub-processors
area-site = The built site

# `clausewerk notice`.
notice-none = No change is announced.
notice-unknown = there is no announced change `{ $change }`.{ $suggestion ->
        [none] {""}
       *[other] {" "}Did you mean { $suggestion }?
    } `clausewerk notice` lists them.
# $day: when it was withdrawn, or entered.
notice-not-announced = there is no notice of `{ $change }`: { $why ->
        [withdrawn] it was withdrawn on { $day } and will not be made.
        [later] it is not entered until { $day }; `--today` takes a later day.
        [entered] it only enters whom the vendor engaged already, so there is nothing to notify customers of.
        [corrected] it corrects an entry, and nothing changed of which to notify customers.
        [answer] it answers another change and is none itself; ask for the change that it is `about`.
       *[internal] customers may not see what it says; `audience` and `audiences` in `sub-processors.toml` decide that.
    } `clausewerk notice` lists the changes that are announced.
notice-before = Before you send the notice:
# $day may be none.
notice-caution = { $what ->
        [objected] a customer objected to the change on { $day }: look first at what became of that
        [in-effect] { $day ->
            [none] the change has taken effect already: customers can no longer be told beforehand
           *[other] the change took effect on { $day } already: customers can no longer be told beforehand
        }
        [closed] the last day to object, { $day }, is past: nobody who gets this can still object in time; state a later one (`objection-until`)
        [short-notice] the notice is shorter than agreed: a period of { $period } from { $from } runs until { $promised } ({ $clause }), and the change takes effect on { $day }
       *[short-objection] the period to object is shorter than agreed: a period of { $period } from { $from } runs until { $promised } ({ $clause }), and the last day stated is { $day }
    }
notice-lacks = { $state ->
        [withheld] internal, so not in the letter: { $lines }
        [not-recorded] not recorded yet: { $lines }
       *[not-stated] not stated: { $lines }
    }
