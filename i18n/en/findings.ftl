### The words of the findings. Each message has the name of its rule and is its title: what is wrong.
### .label stands under the underlined text, .why says why it matters, .help what to do, .related stands
### under the other place.
###
### Besides the arguments that the catalogue of rules names, a message may choose by $suggested: `yes` if
### there is a $suggestion, else `no`.

## Files

unreadable-file = this file cannot be read: { $error }
    .label = cannot be read
    .why = What cannot be read would be missing from the site without anyone noticing.
    .help = Check that the file is there and that you may read it.

invalid-utf8 = this text is not UTF-8
    .label = the first byte that is not UTF-8
    .why = In another encoding letters such as ë and quotation marks come out wrong, and a contract must be shown to the letter.
    .help = Save the file as UTF-8.

file-too-large = this file is too large: { $size }, where { $limit } is the most
    .label = too large
    .why = A file of this size is nearly always here by mistake, and it slows down every build.
    .help = Split the text into parts, or move the file out of the site’s folder.

symlink-loop = this symbolic link leads back to a folder above it
    .label = leads back
    .why = Following it would never end, so what lies behind it is not read.
    .help = Remove the link, or let it point to a folder that does not contain it.

symlink-outside = this symbolic link leads out of the site’s folder
    .label = leads out of the folder
    .why = A site may only hold what stands in its own folder; otherwise a build could publish any file of this computer.
    .help = Put the file itself in the site’s folder.

unexpected-file = nothing reads this file
    .label = not read
    .why = What is in it does not come onto the site, which may not be what its author thinks.
    .help = { $suggested ->
        [yes] Rename it to `{ $suggestion }`, or remove it.
       *[no] Give it a name that the content format knows, or remove it.
    }

empty-file = this file is empty
    .label = nothing here
    .why = Readers would be shown an agreement or page without text.
    .help = Write the text, or remove the file.

## TOML

bad-toml = this is not TOML: { $error }
    .label = cannot be read from here
    .why = Nothing of this file can be used until it can be read.
    .help = Mend the line; often a quotation mark or a bracket is missing.

unknown-key = unknown key `{ $key }`
    .label = not known here
    .why = A key that is not known has no effect, and that may be the very thing that kept a text from being published.
    .help = { $suggested ->
        [yes] Write `{ $suggestion }`, if that is what you meant.
       *[no] Use one of: { $expected }. What belongs to the entry around it goes above it: a key is part of the last `[table]` before it.
    }

missing-key = `{ $key }` is missing
    .label = `{ $key }` belongs here
    .why = Without it `{ $file }` is not complete, and nothing is assumed in its place.
    .help = { $suggested ->
        [yes] Add `{ $key }` to `{ $file }`; write `{ $suggestion }` if the sources were examined and do not say, `"not-recorded"` if nobody has looked.
       *[no] Add `{ $key }` to `{ $file }`.
    }

bad-value = `{ $key }` cannot have this value
    .label = expected { $expected }
    .why = A value that is not understood would be left out without a word.
    .help = { $suggested ->
        [yes] Write `{ $suggestion }`, if that is what you meant.
       *[no] Give `{ $key }` one of these values, or one like them: { $expected }.
    }

misplaced-key = `{ $key }` does not go with the rest of its entry
    .label = only where `{ $with }` is { $values }
    .why = What stands where it does not belong is shown to nobody, and its author believes that it is.
    .help = Leave out `{ $key }`, or correct `{ $with }`.

bad-date = `{ $value }` is not a date
    .label = not a date
    .why = Periods, versions and changes are reckoned by dates, so each must exist in the calendar.
    .help = Write a day as 2026-11-22, without quotation marks. Where a month or a year will do, write it as "2018-11" or "2018", with them.

missing-audience = this agreement does not say who may read it
    .label = `audience` is missing
    .why = What may be public is a decision, and it is never taken for you.
    .help = Add `audience = "public"`, `"customers"` or `"internal"`.

missing-file = the file `{ $file }` is missing
    .label = `{ $file }` belongs here
    .why = Without it the rest of the folder cannot be shown.
    .help = Create `{ $file }`, or remove the folder.

bad-folder-name = the folder name `{ $name }` cannot be part of an address
    .label = rename this folder
    .why = The folder's name stands in every address of its pages, and some names are taken by other pages.
    .help = { $suggested ->
        [yes] Use lower-case letters, digits and hyphens, such as `{ $suggestion }`, and neither `bilingual` nor `sub-processors`.
       *[no] Use lower-case letters, digits and hyphens, and neither `bilingual` nor `sub-processors`.
    }

duplicate-entry = there are two entries with the id `{ $id }`
    .label = the id is taken
    .why = What refers to `{ $id }` could mean either.
    .help = Put what both say into one, remove one, or give one of them another id.
    .related = the first is here

shared-name = two companies are called “{ $name }”
    .label = this name is taken
    .why = Readers who meet the name in a register or a letter could take one company for the other.
    .help = If it is one company, keep one of the files; if not, give each the name that tells it apart.
    .related = the first is here

ambiguous-name = the name “{ $name }” is borne by both `{ $first }` and `{ $second }`
    .label = this name is taken
    .why = A text that uses the name could mean either, so it is linked to neither.
    .help = Leave the name with one of them, or make it more precise there.

unknown-term = no text of this agreement defines “{ $term }”
    .label = this term is defined nowhere
    .why = What is said of the term here has no effect: no term gets this concept or these forms.
    .help = { $suggested ->
       [yes] Write “{ $suggestion }”, if that is what you meant, or remove the entry.
       *[no] Write the term as the text defines it, or remove the entry.
    }

unknown-clause = `{ $agreement }` has no clause `{ $clause }`
    .label = no such clause
    .why = Readers are led from a record to the clause it rests on; this one would lead nowhere.
    .help = { $elsewhere ->
        [none] { "" }
       *[other] The quoted words stand in `{ $elsewhere }`: cite that, if it is what you meant.{ " " }
    }{ $suggested ->
        [yes] Write `{ $suggestion }`, if that is what you meant.
       *[no] Give the number as printed, or the id that stands behind the `#` in the clause’s address.
    }

quote-not-found = these words do not stand in clause `{ $clause }`
    .label = not in that clause
    .why = A record says no more than its quote proves. After an amendment of the text, what rests on the old words has to be read again.
    .help = { $elsewhere ->
        [none] { "" }
       *[other] They stand in `{ $elsewhere }`: cite that, if it is what you meant.{ " " }
    }{ $suggested ->
        [yes] The clause says: “{ $suggestion }”. Quote the original, without its number.
       *[no] Quote the original, without its number and without markup.
    }

missing-citation = `{ $id }` says that something is stated, and not where
    .label = { $what ->
        [record] no `citation`
        [engagement] neither `permission`, nor `citation`, nor `source`
       *[other] { $what }
    }
    .why = Without the clause nobody can check it.
    .help = { $what ->
        [engagement] Add an `[[engagement.citation]]` with agreement, clause and quote, or name another source under `source`.
       *[record] Add a `citation` with agreement, clause and quote, or say `not-stated` or `absent`.
    }

contradictory-record = `{ $id }` says that nothing is stated, and gives a value or a place
    .label = this contradicts what follows
    .why = Silence and a value cannot both be shown, and readers would not know which holds.
    .help = Leave out `value` and `citation`, or say `stated` or `partly`.

impossible-position = no record of `{ $id }` can be as this case asks
    .label = this can never hold
    .why = A case that nothing meets judges nobody, and its author believes that it does.
    .help = Look whether a choice is asked for and barred, a number lies above and below the same bound, or silence is to have a value.

contradictory-position = `{ $id }`: one record can reach both `{ $level }` and `unacceptable`
    .label = unacceptable in this case
    .related = and this case of `{ $level }`
    .why = A playbook that says yes and no to the same words is no guide in a negotiation.
    .help = Narrow one of the two cases until no value meets both. What is unacceptable because of another fact besides goes in `with`.

dates-out-of-order = `{ $later }` ({ $second }) is before `{ $earlier }` ({ $first })
    .label = earlier than it can be
    .related = the day that it is before
    .why = A register with days that cannot be is no evidence of when anybody was told.
    .help = Correct the day that is wrong. An entry is made on the day of the announcement or later, the time to object begins with the announcement, and nothing ends before it began. Who was engaged already when it was entered (`entered` without `effective`) was so on that `date`, unless its end was entered on the same day.

unclear-history = the changes of `{ $id }` do not fit together
    .label = { $what ->
        [no-beginning] no change says when it was entered or began
        [two-beginnings] it begins a second time
        [two-ends] it ends a second time
        [no-answer] about a change that it cannot answer
        [itself] it takes its own place
       *[other] { $what }
    }
    .related = the change that it is about
    .why = Whether a company is engaged today, and what feeds and calendars say of it, follows from the changes.
    .help = { $what ->
        [no-beginning] Add a `[[change]]` with `engagement = "{ $id }"` and a `kind` of `entered` (engaged already), `added` or `replaced`.
        [itself] Let `engagement` name the engagement that begins, and `former` the one that ends; what goes on otherwise is `altered`.
        [no-answer] Let `about` name a change of the same engagement that was announced (`added`, `replaced`, `altered`, `removed`), no later than this one.
       *[other] Keep one of them. What was called off has a `[[change]]` of kind `withdrawn`; what comes back is an engagement of its own.
    }

control-character = `{ $key }` must be on one line
    .label = a line break, a tab or another control character
    .why = A name stands in titles, calendars and the subjects of letters, where a line ends what it belongs to.
    .help = { $suggested ->
        [yes] Write `{ $suggestion }`, if that is what you meant.
       *[no] Write it on one line, without control characters.
    }

suspect-words = `{ $key }` may be taken for something other than words: `{ $found }`
    .label = { $what ->
        [tag] looks like a tag of HTML
        [control] a control character
        [unseen] a character that nobody sees, and that turns or hides what stands around it
        [formula] a spreadsheet takes this for the beginning of a formula
       *[other] { $what }
    }
    .why = The words are shown as they stand, on pages, in letters and in feeds, and readers take them to other programs.
    .help = { $what ->
        [tag] Write the words without markup; if the tag belongs to the name, add an `[[allow]]` with `at = "{ $id }"`.
        [formula] Begin with a letter or a digit; if the name does begin like this, add an `[[allow]]` with `at = "{ $id }"`.
       *[other] Take the character out; if it belongs there, add an `[[allow]]` with `at = "{ $id }"`.
    }

# The period of an agreement, within other messages.
agreed-period = { $unit ->
        [day] { $number } day
        [days] { $number } days
        [week] { $number } week
        [weeks] { $number } weeks
        [month] { $number } month
        [months] { $number } months
        [year] { $number } year
        [years] { $number } years
       *[other] { $number } × { $unit }
    }

short-objection-period = `{ $id }` gives until { $until } to object, the agreement until { $promised }
    .label = { agreed-period } from { $trigger ->
        [receipt] receipt
       *[announcement] the announcement
    } on { $from }: until { $promised }
    .related = what was agreed
    .why = Whoever objects on the last of these days is in time by { $clause } of `{ $agreement }`, and too late by what the vendor says.
    .help = Hold the vendor to { $promised }, or correct the day if it was copied wrongly; if that is the day it announced, add an `[[allow]]` at `{ $id }`.

short-notice = `{ $id }` takes effect on { $effective }, sooner than the agreement allows
    .label = { agreed-period } from { $from }: not before { $earliest }
    .related = what was agreed
    .why = By { $clause } of `{ $agreement }` customers have that long to look into a change, and to object before another gets their data.
    .help = Ask the vendor to wait until { $earliest }, or correct the days if they were copied wrongly; if that is what it announced, add an `[[allow]]` at `{ $id }`.

unregistered-sub-processor = “{ $name }” is named here, and is not in the register of `{ $vendor }`
    .label = { $company ->
        [none] no company that is engaged has this name
       *[other] `{ $company }` is not engaged
    }
    .why = Customers who look in the register for what they authorised (Article 28(2) GDPR) miss a company that the agreement itself names.
    .help = { $company ->
        [none] Enter it in `sub-processors.toml`, with a file of its own in `content/sub-processors/`; if it processes no personal data for the vendor, add an `[[allow]]` at `{ $id }`.
       *[other] Add an `[[engagement]]` with `company = "{ $company }"` to `sub-processors.toml`; if it processes no personal data for the vendor, add an `[[allow]]` at `{ $id }`.
    }

unengaged-company = no register has { $company }
    .label = engaged by nobody
    .why = No reader sees the company and nobody keeps it current; often its engagement was forgotten.
    .help = Enter the engagement in the vendor’s `sub-processors.toml`, or remove the file; if it is there for later, add an `[[allow]]` to it.

transfer-without-ground = data go to { $country } on no recorded ground
    .label = { $state ->
        [none-needed] outside the EEA, where `none-needed` is no ground
        [not-stated] outside the EEA; the sources state no ground
        [not-recorded] outside the EEA; nobody looked for a ground
       *[stated] outside the EEA; no recorded ground is for { $country }
    }
    .why = Without an adequacy decision, safeguards or a derogation a transfer to a third country is not allowed (Articles 44 to 49 GDPR).
    .help = Record under `[[engagement.transfer]]` what it rests on; if the sources do not say, ask the vendor and meanwhile add an `[[allow]]` at `{ $id }`.

lapsed-adequacy = { $state ->
        [ended] decision { $decision } has carried no transfer to { $country } since { $since }
        [not-yet] decision { $decision } carries transfers to { $country } only from { $since }
       *[elsewhere] decision { $decision } is not about { $country }
    }
    .label = { $state ->
        [ended] no ground any more
        [not-yet] no ground yet
       *[elsewhere] of another country
    }
    .why = What rests on this decision alone rests on nothing today, and a transfer needs a ground (Chapter V GDPR).
    .help = Record what the transfer rests on now, such as a later decision or standard contractual clauses; `countries.toml` tells what became of this one. If the register must stay as it is, add an `[[allow]]` at `{ $id }`.

missing-place = { $state ->
        [transfer] `{ $id }` has a ground for transfers to { $country }, and no place there
       *[not-recorded] nobody looked where the data of `{ $id }` are processed
    }
    .label = { $state ->
        [transfer] { $country } is not among the places
       *[not-recorded] `place` is `"not-recorded"`
    }
    .why = Where data are decides whether there is a transfer in the sense of Chapter V GDPR.
    .help = { $state ->
        [transfer] Add the place under `[[engagement.place]]`, or take { $country } out of `to`; if it must stay, add an `[[allow]]` at `{ $id }`.
       *[not-recorded] Record the place, or write `"not-stated"` if the sources do not name it; if it must stay, add an `[[allow]]` at `{ $id }`.
    }

differing-purpose = the purpose of { $company } is “{ $purpose }” here and “{ $other }” elsewhere
    .label = { $what ->
        [entry] nothing else tells the two entries apart
        [table] otherwise than in the register
       *[page] otherwise than in any register
    }
    .related = the other wording
    .why = A processor may use data only for the purpose described (Article 28(3) GDPR); of two descriptions nobody knows which holds.
    .help = { $what ->
        [entry] Word both alike, or record what tells them apart, such as the service; if there really are two purposes, add an `[[allow]]` at `{ $id }`.
        [table] Word both alike; if the agreement stays as it is, add an `[[allow]]` at `{ $id }`.
       *[page] Word the page as the register does.
    }

stale-register = { $what ->
        [register] this register was last reviewed on { $reviewed }
        [company] this company was last reviewed on { $reviewed }
       *[engagement] `{ $id }` was last reviewed on { $reviewed }
    }
    .label = more than a year ago
    .why = Companies move, are sold and engage others; what nobody holds against its sources may no longer be so.
    .help = { $what ->
        [engagement] Hold it against its sources, correct it and set `reviewed`; if a year is too short here, add an `[[allow]]` at `{ $id }`.
       *[other] Hold it against its sources, correct it and set `reviewed`; if a year is too short here, add an `[[allow]]` to this file.
    }

missing-words = `{ $id }` lacks `{ $key }` in: { $languages }
    .label = not in every language
    .why = The page in that language would have a hole, or words of another.
    .help = Add `{ $key }` for each language of the site.

## Messages and themes

bad-message = this message cannot be read: { $error }
    .label = cannot be read from here
    .why = Without this text the built-in one is shown, or none at all.
    .help = Mend the message; the syntax is that of Fluent.

missing-message = the message `{ $message }` is missing in the language `{ $language }`
    .label = exists here, but not in `{ $language }`
    .why = Readers in that language would get a page on which words are missing.
    .help = Add `{ $message }` to a file in `i18n/{ $language }/`.

bad-template = this template cannot be used: { $error }
    .label = goes wrong here
    .why = Every page that uses the template would be missing.
    .help = Mend the template, or remove it to get the built-in one back.

bad-card = this picture is no PNG
    .label = cannot be shown
    .why = It stands for the site wherever a page is shared. Whoever shows it must know its size, which is read from the file.
    .help = Save it as PNG, 1200 by 630 pixels; or remove it, and one is drawn.

card-letters = the picture for sharing lacks “{ $text }”
    .label = not on the picture
    .why = The theme’s fonts have no { $letters }, so these words are left out where a page is shared.
    .help = Put a font that has them in `templates/fonts/` of your theme, or a picture of your own in `templates/{ $file }`.

unknown-theme = there is no theme called `{ $theme }`
    .label = not known
    .why = Without a theme no page can be made.
    .help = Choose one of these: { $known }; or create the folder `themes/{ $theme }/`.

low-contrast = { $scheme ->
        [dark] words in { $colour } cannot be read on a dark background
        [light] words in { $colour } cannot be read on a light background
       *[other] words in { $colour } cannot be read on a background that is { $scheme }
    }
    .label = contrast { $ratio } : 1, where 4.5 : 1 is the least
    .why = Links and defined terms have this colour; people with low vision could not read them (WCAG 2.2, criterion 1.4.3).
    .help = { $suggested ->
        [yes] Take `{ $suggestion }`, the nearest colour that can be read there, or another one.
       *[no] Take a colour that stands out more.
    }

bad-logo = { $what ->
        [missing] the theme has no file `{ $file }`
        [too-large] the logo `{ $file }` is too large
        [no-size] the logo `{ $file }` does not say how wide and high it is
        [script] the logo `{ $file }` holds scripts
        [outside] the logo `{ $file }` refers to something outside itself
        [no-picture] the logo `{ $file }` is neither an SVG nor a PNG
       *[other] the logo `{ $file }` cannot be shown: { $what }
    }
    .label = cannot be shown
    .why = { $what ->
        [no-size] Without its proportions the page would jump once the logo is there.
        [too-large] It stands on every page, and readers on a phone would wait for it.
        [script] A page runs no script in a picture, but whoever opens the picture by itself would, at the address of this site.
        [outside] A page loads nothing for a picture, so what it refers to would be missing.
       *[other] The masthead of every page would have a hole in it.
    }
    .help = { $suggested ->
        [yes] Write `{ $suggestion }`, if that is what you meant.
       *[no] { $what ->
            [missing] Put the file in the folder of the theme: `themes/default/logo.svg` is written `logo.svg`.
            [no-size] Give its `svg` element a `viewBox`.
            [script] Save it anew without scripts, links that run them and HTML.
            [outside] Put everything it needs into the file, with text as paths.
           *[other] Save it as an SVG or PNG of at most { $limit }; it is shown at a height of 36 pixels.
        }
    }

bad-font = `{ $font }` cannot be the name of a font
    .label = no name of a font
    .why = The names are written into a style sheet, where such a sign would end the list and mean something else.
    .help = Write names of fonts with commas between them: `Charter, Georgia, serif`. To bring a font of your own, see docs/theming.md.

## Markdown

text-before-title = there is text before the title
    .label = belongs under a heading
    .why = Text before the first heading belongs to no part of the agreement, so it could not be cited.
    .help = Begin the file with the title: `# Processing agreement`.

skipped-heading-level = this heading skips a level
    .label = level { $level }, where { $expected } is the deepest that can follow
    .why = Readers, and screen readers most of all, find their way by the levels of the headings.
    .help = Make it a heading of level { $expected }, or add the heading that is missing above it.

unknown-attribute = unknown attribute `{ $attribute }`
    .label = not known
    .why = An attribute that is not known has no effect; if it was to withhold a text, that text would be public.
    .help = { $suggested ->
        [yes] Write `{ $suggestion }`, if that is what you meant.
       *[no] Use `#id`, `topic`, `measure` or `audience`, or remove it.
    }

bad-attribute = `{ $attribute }` cannot be `{ $value }`
    .label = expected { $expected }
    .why = What was meant cannot be known; until it is mended, the text counts as internal and nothing is published.
    .help = { $suggested ->
        [yes] Write `{ $suggestion }`, if that is what you meant.
       *[no] Give `{ $attribute }` one of these values: { $expected }.
    }

suspect-attribute = this looks like an attribute, but it would be printed
    .label = printed as it stands here
    .why = What was meant to withhold a text would publish it, and itself as well.
    .help = Write `{"{"}audience=customers{"}"}` at the end of the block, with both braces; to print a brace, write `\{"{"}`.

lost-cell = the table has no column for “{ $text }”
    .label = behind the last column
    .why = Markdown drops what has no column, so these words would be lost without a trace.
    .help = Add a column, or move the words into a cell; attributes of a row stand at its end.

page-audience = the languages of { $page } say different things of who may read what
    .label = this is for fewer readers
    .why = Own pages are not paired sentence by sentence, so a text that one language withholds could be public in another.
    .help = Put the same audiences in the same order in every language of the page.

stray-attributes = these attributes have no effect here
    .label = nothing here takes them
    .why = Attributes speak of the heading, paragraph, item or row that they end, or of the block above them; only headings, clauses and items have ids, and what some may not read may not be named to them either.
    .help = Put them at the end of the text they speak of, or in a paragraph of their own below it; if braces are part of the text, write `\{"{"}`.

attribute-in-translation = `{ $attribute }` may only be given in the original
    .label = this is a translation
    .why = A translation takes its ids, topics and audiences from the original, so that the two cannot contradict each other.
    .help = Remove the attribute here, and if need be add it to the original.

uncited-footnote = nothing cites the footnote `{ $note }`
    .label = not cited
    .why = A footnote that is not cited is not shown.
    .help = Cite it with `[^{ $note }]`, or remove it.

missing-footnote = the footnote `{ $note }` is not there
    .label = cited here
    .why = The reader would be sent to a note that does not exist.
    .help = Write the note: `[^{ $note }]: …`; or remove the citation.

unsupported-markup = { $what ->
        [image] an agreement cannot hold an image
        [link] this address is not one that a link may have
        [tag] an agreement cannot hold HTML
        [html] an agreement cannot hold HTML
        [code] an agreement cannot hold a block of code
       *[other] an agreement cannot hold this: { $what }
    }
    .label = { $what ->
        [html] is left out, with its words
       *[other] only its words are shown
    }
    .why = It has no place in the structure of articles and clauses, so readers do not get to see it as it is meant.
    .help = { $what ->
        [link] Begin the address with `https://`, `http://`, `mailto:` or `tel:`, or remove the link.
        [code] Take away the four spaces or the three backquotes before it, if it is a paragraph.
       *[other] Write it as a paragraph, a list or a table.
    }

number-in-running-text = this line begins with { $number }, which does not follow on { $before }
    .label = taken for the number of a clause
    .why = A number at the beginning of a line is read as the number of a clause, and references would lead here.
    .help = Put a backslash before the dot, as in `08\.30`, if it is not the number of a clause; else correct it.

nested-too-deep = lists or quotations are nested too deep
    .label = deeper than { $limit } levels
    .why = Beyond { $limit } levels the structure is not read, so the text could not be cited or withheld.
    .help = Divide the text into clauses, or take a list out of the other.

## The agreements

duplicate-id = the id `{ $id }` is given twice
    .label = the id is taken
    .why = A link to `{ $id }` could lead to either place.
    .help = Give one of the two an id of its own: `{"{"}#…{"}"}`.
    .related = the first is here

duplicate-number = the number { $number } is printed twice
    .label = is given the id `{ $id }`
    .why = Whoever cites { $number } leaves open which of the two is meant.
    .help = Renumber the clauses; if the text has been signed like this, add an `[[allow]]` at `{ $id }` to the agreement.
    .related = the first is here

missing-original = the original text `{ $file }` is missing
    .label = `{ $file }` belongs here
    .why = A translation cannot be shown as such without the text that it translates.
    .help = Create `{ $file }`, or set `original` to the language that is there.

absent-translation = the translation `{ $file }` is declared and not there
    .label = there is no `{ $file }`
    .why = Readers would be promised a translation that they do not get.
    .help = Create `{ $file }`, or remove the entry from `[translations]`.

undeclared-translation = the translation `{ $file }` is there and not declared
    .label = nobody says what it is worth
    .why = Readers must know of each translation what it is worth: informative, authentic or sworn.
    .help = Add `[translations.{ $language }]` with a `status` to `agreement.toml`, or remove `{ $file }`.

translation-shape = { $what ->
        [annexes] the translation has other annexes than the original
        [articles] the translation has other articles here than the original
        [article] the translation of { $id } is built differently from the original
        [notes] the translation cites other footnotes than the original
       *[other] the translation of { $id } has another shape: { $what }
    }
    .label = { $translation }; the original has { $original }
    .why = Clauses cannot be put beside each other here, and if anything in the original is withheld, all of the translation that cannot be told apart from it is.
    .help = Divide the translation as the original is: ¶ is a paragraph, • an item, [2×3] a table of two rows and three columns, § a section and – nothing.

unknown-agreement = this vendor has no agreement `{ $agreement }`
    .label = not known
    .why = What refers to it would lead to an agreement that is not there.
    .help = { $suggested ->
        [yes] Write `{ $suggestion }`, if that is what you meant.
       *[no] Name the folder of an agreement of the same vendor.
    }

circular-belongs-to = `{ $agreement }` belongs, by a detour, to itself
    .label = leads back
    .why = Definitions would fall back on each other without end.
    .help = Remove one `belongs-to`, so that the chain ends at an agreement that stands alone.

unused-allow = { $what ->
        [rule] there is no rule `{ $rule }` to allow
        [place] there is no `{ $at }` to allow anything at
        [error] an error cannot be allowed: `{ $rule }`
       *[other] there is nothing to allow: `{ $rule }` at `{ $at }`
    }
    .label = { $what ->
        [rule] not known
        [place] not known here
        [error] keeps the site from being published
        [nothing] has no effect
       *[other] has no effect: { $what }
    }
    .why = An allowance that outlives its fault will hide the next one.
    .help = { $suggested ->
        [yes] Write `{ $suggestion }`, if that is what you meant.
       *[no] { $what ->
            [rule] See `clausewerk explain` for the names of all rules.
            [error] Mend what it tells of, and remove this `[[allow]]`.
           *[other] Remove this `[[allow]]`, or correct `rule` or `at`.
        }
    }

unknown-vocabulary = unknown { $kind ->
        [topic] topic
        [measure] measure
        [concept] concept
        [fact] fact
        [requirement] requirement
        [country] country
        [data] category of personal data
        [data-subjects] category of data subjects
        [decision] adequacy decision
        [company] company
        [engagement] engagement
        [change] change
       *[other] { $kind }
    } `{ $id }`
    .label = { $kind ->
        [country] no such code
        [company] no file of this name in `content/sub-processors/`
        [engagement] no engagement of this file has that id
        [change] no change of this file has that id
       *[other] not in the vocabulary
    }
    .why = { $kind ->
        [country] Whether data leave the EEA is told by the country’s code (ISO 3166-1: two capitals).
        [data] The register is filtered by it, and its name is shown in every language.
        [data-subjects] The register shows its name in every language.
        [decision] On which day a decision holds is told by the list of decisions.
        [company] What nobody knows of cannot be shown: a company has a file of its own in `content/sub-processors/`.
        [engagement] A change is of an engagement in the same file.
        [change] An objection and a withdrawal are about a change in the same file.
       *[other] What bears an unknown name is missing from every comparison.
    }
    .help = { $suggested ->
        [yes] Write `{ $suggestion }`, if that is what you meant.
       *[no] { $kind ->
            [country] Write the code of the country, such as `NL`.
            [company] Create `content/sub-processors/{ $id }.toml`, or write the name of a file that is there, without `.toml`.
            [engagement] Write the id of an `[[engagement]]` in this file, or add it.
            [change] Write the id of a `[[change]]` in this file, or add it.
           *[other] Use an id from the vocabulary, or add `{ $id }` to it. There are: { $known }.
        }
    }

broken-reference = “{ $text }” leads nowhere
    .label = not found
    .why = The reader is sent to a provision that is not there; often numbers have changed since.
    .help = Correct the number, or name the document in `[[external]]` if it is not on this site.

## Proofreading

number-outside-article = number { $number } stands in article { $article }
    .label = begins with the number of article { $other }
    .why = Whoever looks for { $number } looks in article { $other }, and whoever cites article { $article } does not know that it is part of it.
    .help = Correct the number, or move the text to article { $other }; if it was signed like this, add an `[[allow]]` at `{ $id }`.
    .related = article { $other } is here

unused-definition = “{ $term }” is defined and never used
    .label = used nowhere in its scope
    .why = Readers look for what the definition is there for; often the text uses another word, and that one is undefined.
    .help = Remove the definition, or use the term where it is meant; if it was signed like this, add an `[[allow]]` at `{ $id }`.

duplicate-definition = “{ $term }” is defined twice in the same scope
    .label = defined again
    .why = Where the two differ, nobody knows which of them counts.
    .help = Keep one of the two, or give the other meaning another term; if it was signed like this, add an `[[allow]]` at `{ $id }`.
    .related = the first is here

repealed-law = “{ $text }” ceased to be in force on { $since }
    .label = repealed on { $since }
    .why = { $state ->
        [relied] What was agreed under it could be relied on until { $until }; since then it rests on nothing.
        [reliable] What was agreed under it can be relied on until { $until }, and not after that.
       *[gone] A duty or a safeguard that rests on it may rest on nothing now.
    }
    .help = { $successor ->
        [none] Cite what came in its place, or say in the text that it was replaced; a text that stays as it is gets an `[[allow]]` at `{ $id }`.
       *[other] Cite { $successor }, which came in its place, or say in the text that it was replaced; a text that stays as it is gets an `[[allow]]` at `{ $id }`.
    }

missing-translation = this agreement has no text in the language `{ $language }`
    .label = no `{ $file }` beside it
    .why = Readers in that language get the original, marked as such.
    .help = Write `{ $file }` and add `[translations.{ $language }]` to `agreement.toml`; if there will be no translation, add an `[[allow]]` at `""`.

requirement-candidate = `coverage.toml` says nothing of `{ $requirement }`, and this provision has its topic
    .label = topic `{ $topic }`
    .why = What nobody recorded is shown as not recorded, however good the text may be.
    .help = Read it, and record whether it is `covered`, `partly`, `elsewhere` or `absent`. A topic says only where to look.

translation-numbers = { $state ->
        [extra] the original has no { $extra }
        [missing] the translation lacks { $missing }
       *[other] the translation has { $extra } where the original has { $missing }
    }
    .label = { $state ->
        [missing] { $missing } is not in this provision
       *[other] not in the original
    }
    .why = A period, an amount or a reference that differs between the languages changes what the parties owe each other.
    .help = Hold both languages against the source and correct the one that is wrong; if they say the same in other figures, add an `[[allow]]` at `{ $id }`.
    .related = in the original

forgotten-placeholder = “{ $text }” has yet to be filled in
    .label = was to be filled in
    .why = A reader cannot know what was agreed here, and a gap is seldom read in favour of whoever left it.
    .help = Fill it in; if the parties are to do so, write a blank with a name: `{"{"}amount{"}"}`.

unbalanced-bracket = { $state ->
        [open] “{ $mark }” is not closed
       *[close] nothing opens this “{ $mark }”
    }
    .label = { $state ->
        [open] no “{ $partner }” follows
       *[close] no “{ $partner }” comes before it
    }
    .why = Where an exception or a definition begins or ends is then open to argument.
    .help = Add “{ $partner }” where it belongs, or remove this one.

confidential-in-wider-audience = this document says that it is “{ $text }” while its audience is `{ $audience }`
    .label = says so here
    .why = What its author keeps to a circle would be shown to everyone, and once published it cannot be taken back.
    .help = Give the agreement or annex a narrower `audience`; if its owner has released it, add an `[[allow]]` that says so.

## The built site

dead-link = the link `{ $link }` leads nowhere
    .label = leads nowhere
    .why = Readers would get a page that is not there.
    .help = Correct the address, or make the page that it leads to.

leak = text meant only for `{ $audience }` would be published: “{ $words }”
    .label = would be published
    .why = What may not be seen by everyone must not stand in any byte of the site, and once published it cannot be taken back.
    .help = Remove the words here, or record a `release` if they may be read by others.

unreadable-archive = an archive that would be published cannot be looked into: { $error }
    .label = cannot be looked into
    .why = Whether it holds what not everyone may see, nobody can tell; so nothing is published.
    .help = Leave the file out, or pack it anew with an ordinary program, as zip without a password.

address-taken = there is another page at { $address }
    .label = at an address that is taken
    .why = The page would never be seen: the site needs this address itself.
    .help = Give the page’s folder another name.

unrendered-page = this page could not be made: { $error }
    .label = could not be made
    .why = The site would have a gap that other pages link to.
    .help = Mend the template or the content that the error names.

not-configured = pages show what `clausewerk.toml` does not state: { $names }
    .label = shown as a blank
    .why = A statement that does not say who is responsible or whom to reach is no statement, and its reader cannot act on it.
    .help = State each in `clausewerk.toml`, where `contact.privacy` is `privacy = {"{"} email = "…" {"}"}` under `[contact]`, or remove what does not apply to you from the pages.

blank-in-page = this page has yet to be filled in: { $names }
    .label = shown as a blank
    .why = The page is published as it is, and its reader finds a gap where a statement should be.
    .help = Replace each blank with what applies to you, or remove the sentence. To print the braces themselves, write `\{"{"}`.

unknown-name = `{"{"}{ $name }{"}"}` stands for nothing
    .label = shown as a blank
    .why = The page is published as it is, and its reader finds a gap where a statement should be.
    .help = { $suggested ->
        [yes] Write `{"{"}{ $suggestion }{"}"}`, if that is what you meant.
       *[no] Write a name that the configuration has, such as `{"{"}owner.name{"}"}` or `{"{"}contact.privacy{"}"}`.
    }

security-txt-lapsed = `security.txt` lapsed on { $expires } and is left out of the site
    .label = in the past
    .why = A file that has lapsed is not to be relied on (RFC 9116), so that whoever finds a vulnerability has nowhere to report it.
    .help = Check that the contact for security is still right, then give `expires` a day less than a year away.

security-txt-lapses = `security.txt` lapses on { $expires }
    .label = within thirty days
    .why = From the day after, it is left out of the site, and whoever finds a vulnerability has nowhere to report it.
    .help = Check that the contact for security is still right, then give `expires` a day less than a year away.

security-txt-too-far = `security.txt` lapses only on { $expires }
    .label = more than a year away
    .why = RFC 9116 recommends less than a year, since what it says gets out of date unnoticed.
    .help = Give `expires` a day less than a year away; you are warned before it lapses.

security-txt-not-at-root = `security.txt` stands at { $address }, where nobody looks for it
    .label = the site is served below the root of its host
    .why = RFC 9116 has it looked for at the root of a host and nowhere else.
    .help = Have the host serve this file at `/.well-known/security.txt`, or forward that address to it.
