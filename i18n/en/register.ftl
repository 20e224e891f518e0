# Registers of sub-processors, changes and what follows them.

sub-processors = Sub-processors
sub-processors-description = Companies that { $vendors ->
        [one] one vendor engages
       *[other] { $vendors } vendors engage
    } to process personal data for customers: for what, where, on what ground, and what will change.
sub-processors-lede = Companies that vendors engage to process their customers’ personal data: for what, where, on what ground, and what will change.
register-heading = Register
register-as-at = As at { $day }
register-last-change = Last change in the register:
register-next = What changes next
register-past = No longer engaged
register-rights = Notice and objection, as agreed
register-right = { $what ->
        [notice] Notice
       *[objection] Objection
    }
# Between the last two names of a list.
list-and = and
register-history = History
register-history-none = Nothing has been entered.
register-engagements = Sub-processors engaged
register-engagements-past = Sub-processors engaged before
register-filter = Filter the register
register-all = The whole register
register-objecting = Objecting
register-follow = Follow
register-silent = { $vendors ->
        [one] { $names } names no sub-processor in the texts examined.
       *[other] { $names } name no sub-processor in the texts examined.
    } That is silence, and no proof that there is none.
register-unrecorded = Of { $names } nobody has recorded whom they engage.
register-notice = A page, feed or calendar is no notice under anyone’s agreement.
register-counting = Dates to object by are indicative. The day from which a period runs is not counted; days are calendar days, and a month ends on the day with the same number or else on its last day. Nothing is moved because of a weekend or a holiday.
register-country-index = By country
register-transfers-as-at = Whether a country is in the EEA, and whether an adequacy decision holds, is told as at { $day }; the tables were last verified on { $verified }.

# Heads of columns and names of fields.
register-field = { $field ->
        [company] Company
        [vendor] Vendor
        [purpose] Purpose
        [service] Service
        [condition] Condition
        [data] Categories of personal data
        [data-subjects] Categories of data subjects
        [place] Places
        [transfer] Transfer outside the EEA
        [further] Further sub-processors
        [data-short] Data
        [permission] Permitted by
        [named-in] Named in
        [since] Status
        [reviewed] Entry reviewed
        [legal-name] Legal entity
        [country] Country of establishment
        [address] Address
        [parent] Parent
        [website] Website
        [engaged-by] Engaged by
        [also] Engaged further down
       *[other] { $field }
    }
register-filter-by = { $field ->
        [vendor] Vendor
        [service] Service or product
        [country] Country
        [data] Personal data
       *[transfer] Transfer
    }
register-name-withheld = { $audience ->
        [customers] Name on request for customers
        [internal] Name not public
       *[none] Name on request
    }
register-engaged-by = { $count ->
        [one] one vendor
       *[other] { $count } vendors
    }
register-released = Shown more widely than its source: { $by }, { $day }. { $basis }

# What an engagement is on the day of the site; $date may be "none".
engagement-status = { $status ->
        [planned] { $date ->
            [none] announced; no date stated
           *[other] announced, from { $date }
        }
        [objected] { $date ->
            [none] announced; a customer objects
           *[other] announced, from { $date }; a customer objects
        }
        [active] { $date ->
            [none] in use; since when is not stated
           *[other] in use since { $date }
        }
        [ending] { $date ->
            [none] in use; its end is announced
           *[other] in use until { $date }
        }
        [replaced] { $date ->
            [none] replaced
           *[other] replaced on { $date }
        }
        [withdrawn] announced, not engaged after all
        [active-withheld] in use; since when is on request
        [withheld] whether it is in use yet is on request
       *[ended] { $date ->
            [none] ended
           *[other] ended on { $date }
        }
    }
place-in = { $locality ->
        [none] { $country }
       *[other] { $country } ({ $locality })
    }
special-category = { $name } (special category)

# Names of countries stand alone: after a preposition some want an article.
transfer-ground = { $mechanism ->
        [none-needed] none needed for the places stated
        [adequacy-decision] adequacy decision { $decision }: { $countries }
        [scc] { $module ->
            [none] standard contractual clauses
           *[other] standard contractual clauses, module { $module }
        }{ $countries ->
            [none] {""}
           *[other] {":"} { $countries }
        }
        [bcr] binding corporate rules{ $countries ->
            [none] {""}
           *[other] {":"} { $countries }
        }
       *[derogation] { $provision ->
            [none] derogation for a specific situation (Article 49 GDPR)
           *[other] derogation ({ $provision })
        }{ $countries ->
            [none] {""}
           *[other] {":"} { $countries }
        }
    }
transfer-kind = { $mechanism ->
        [none-needed] none needed
        [adequacy-decision] adequacy decision
        [scc] standard contractual clauses
        [bcr] binding corporate rules
        [derogation] derogation
        [none] no ground recorded
        [withheld] on request
        [not-recorded] not recorded
       *[not-stated] not stated
    }
transfer-none-for = { $countries }: no ground recorded.
transfer-lapsed-for = { $country }: { $decision } does not carry a transfer on { $day }.
transfer-scope = for { $scope }
transfer-document = document
further-none = none

# What happened; $company is its name or what it is engaged for.
register-event = { $kind ->
        [entered] { $vendor }: { $company } entered in the register
        [added] { $vendor } adds { $company }
        [replaced] { $former ->
            [none] { $vendor } replaces a sub-processor with { $company }
           *[other] { $vendor } replaces { $former } with { $company }
        }
        [altered] { $vendor } changes how it engages { $company }
        [removed] { $vendor } no longer engages { $company }
        [objected] { $vendor }: objection to { $company }
        [withdrawn] { $vendor }: announced change concerning { $company } withdrawn
       *[corrected] { $vendor }: entry of { $company } corrected
    }
changed-agreement = { $kind ->
        [first] { $vendor }: { $agreement } put on this site
        [correction] { $vendor }: { $agreement } corrected on this site
       *[version] { $vendor }: { $agreement }, new version
    }
changed-vendor = { $vendor } is new on this site
changed-version = Version: { $version }.
change-kind = { $kind ->
        [register] Register
        [agreement] Agreement
       *[vendor] Vendor
    }
change-takes-effect = Takes effect on { $day }.
change-took-effect = Took effect on { $day }.
change-would-take-effect = It was to take effect on { $day }.
change-withdrawn-on = Withdrawn on { $day }; the change will not happen.
change-effect-unstated = When it takes effect is not stated.
change-announced-on = Announced on { $day }.
change-object-until = Object no later than { $day }.
change-why = Why: { $why }
change-withheld = { $audience ->
        [customers] Dates and reasons are for customers.
       *[internal] Dates and reasons are internal.
    }

# Until when one may object, and how that was counted.
last-day = { $how ->
        [stated] The vendor states this day.
        [counted] { $period } { $trigger }, counted from { $from }; that day itself is not counted.
        [not-counted] Agreed: { $period } { $trigger }. On which day that period begins is not recorded here, so no day is counted.
        [not-counted-unit] Agreed: { $period } { $trigger }. Such days depend on local holidays, so no day is counted.
        [not-counted-bare] Agreed: { $period }; from when it runs is not recorded, so no day is counted.
        [no-period] Objecting was agreed, without a period: no date is counted.
        [not-stated] The texts examined say nothing of objecting.
        [withheld] What was agreed on objecting is on request.
       *[not-recorded] What was agreed on objecting is not recorded.
    }
# What a script adds to a day to come.
days-left = { $days } days left
    .one = one day left
object-how = Object by writing to { $vendor }, not to this site; no address for that is given here.
contact-stands-in = { $role ->
        [privacy] its general privacy contact
       *[other] its general contact
    }
object-how-at = To object, contact { $vendor }:

changes = Changes
changes-description = What changed in registers of sub-processors, in agreements, and which vendors are new.
changes-lede = What changed in registers of sub-processors, in agreements, and which vendors are new. Corrections stay listed.
changes-none = Nothing has been entered.
changes-latest = Latest changes
changes-all = All changes
feeds = Follow
feed-form = { $form ->
        [atom] Atom
        [json] JSON Feed
       *[calendar] Calendar
    }
feed-title = { $what ->
        [changes] { $site }: changes
        [register] { $site }: changes in the register of sub-processors
       *[vendor] { $site }: changes in the sub-processors of { $vendor }
    }
calendar-event = { $point ->
        [announced] Announced: { $what }
        [object] Last day to object (indicative): { $what }
       *[effective] Takes effect: { $what }
    }
register-data = Data
register-none-yet = No sub-processor has been entered.

sub-processor-kicker = Sub-processor
sub-processor-description = { $company }: which vendors engage it, for what and where.
sub-processor-engaged = Engaged by { $vendor }
vendor-sub-processors = Sub-processors of { $vendor }
vendor-sub-processors-description = Whom { $vendor } engages to process personal data: for what, where, on what ground, and what will change.
vendor-sub-processors-count = { $count ->
        [0] none named
        [one] one engagement
       *[other] { $count } engagements
    }
vendor-register-silent = The texts examined name no sub-processor. That is silence, and no proof that there is none.
vendor-register-examined = Texts examined:

# The notice to customers: plain text, which the vendor signs, so “we” are the vendor. $kind: added, replaced, altered or removed; $since:
# to-come, the day on which it took effect, or none where that is not stated.
notice-subject = Notice of a change in the sub-processors of { $vendor }
notice-greeting = Dear customer,
notice-opening = { $since ->
        [to-come] { $kind ->
            [added] We intend to engage { $company } as a sub-processor. This is the notice of that change within the meaning of Article 28(2) GDPR and of our agreement.
            [replaced] We intend to engage { $company } as a sub-processor in place of { $former }. This is the notice of that change within the meaning of Article 28(2) GDPR and of our agreement.
            [altered] We intend to engage { $company } as a sub-processor otherwise than until now. This is the notice of that change under our agreement.
           *[removed] We will cease to engage { $company } as a sub-processor.
        }
        [none] We no longer engage { $company } as a sub-processor.
       *[other] { $kind ->
            [added] With effect from { $since } we engage { $company } as a sub-processor. We hereby inform you of that change.
            [replaced] With effect from { $since } we engage { $company } as a sub-processor in place of { $former }. We hereby inform you of that change.
            [altered] With effect from { $since } we engage { $company } as a sub-processor otherwise than before. We hereby inform you of that change.
           *[removed] With effect from { $since } we no longer engage { $company } as a sub-processor.
        }
    }
notice-what = { $kind ->
        [added] { $company } becomes a sub-processor
        [replaced] { $company } replaces { $former } as a sub-processor
        [altered] { $company } is engaged otherwise
       *[removed] { $company } ceases to be a sub-processor
    }
notice-unnamed = a company that we do not name in this letter
notice-until-then = { $state ->
        [holds] Until the change takes effect, the following holds:
       *[held] Until the change took effect, the following held:
    }
notice-line = { $line ->
        [what] What changes
        [why] Why
        [company] Company
        [purpose] Purpose
        [service] Service
        [condition] Condition
        [data] Categories of personal data
        [data-subjects] Categories of data subjects
        [place] Where
        [transfer] Transfer outside the EEA
        [further] Further sub-processors
        [permission] Permitted by
        [announced] Announced on
        [effective] Takes effect on
        [in-effect] Took effect on
        [object-until] Object no later than
        [object-within] Object within
        [object] Objecting
        [object-to] Object by writing to
       *[page] More
    }
notice-counted = { $day } ({ $period }, counted from { $from }; that day itself is not counted)
notice-object = { $how ->
        [no-period] you may object; our agreement states no period
        [not-stated] our agreement says nothing of objecting
       *[as-agreed] as was agreed
    }
notice-silent = { $state ->
        [withheld] not included in this letter
        [not-recorded] not yet recorded
       *[not-stated] not stated
    }
notice-closing = { $vendor }
