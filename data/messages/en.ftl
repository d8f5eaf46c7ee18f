# Messages of the command in English. A test checks that th.ftl has the same messages.
# The message of a fault is its title. `.label` is shown at the place of the fault, `.help` says how to fix it.

## Kinds of message
error = error
warning = warning
help = help

## Ranges of fiscal years
years = { $first } to { $last }

## Kinds of place
place-province = province
place-district = district
place-khet = district
place-subdistrict = subdistrict
place-khwaeng = subdistrict
place-municipality = place

## Names of TOML types
type-string = a quoted string
type-strings = a string or an array of strings
type-integer = a whole number
type-float = a decimal number
type-number = a number
type-boolean = true or false
type-date = a date
type-time = a time of day
type-hexadecimal = a number that is not decimal
type-array = an array [ ]
type-table = a table
type-tables = tables under [[ ]]

## The file as a whole
not-utf8 = the file is not saved as UTF-8
    .label = this character cannot be read
    .help = { $encoding ->
        [utf-16] it is UTF-16: open it in a text editor and save it again with the encoding UTF-8
        [tis-620] it looks like TIS-620 or Windows-874: open it and save it again with the encoding UTF-8
       *[other] open it in a text editor and save it again with the encoding UTF-8
    }
not-a-report = { $kind ->
        [xlsx] this file is a spreadsheet (Excel), not a report file
        [docx] this file is a Word document, not a report file
        [office] this file is an old Word or Excel document, not a report file
        [pdf] this file is a PDF, not a report file
        [html] this file is a web page, not a report file
        [json] this file is JSON, not a report file
        [archive] this file is an archive, not a report file
        [picture] this file is a picture, not a report file
        [film] this file is a video, not a report file
        [text] this file is an ordinary text, not a report file
        [comments] this file has only comments, which begin with #
       *[empty] this file is empty
    }
    .label = there is no text of a report to read
    .help = { $kind ->
        [archive] unpack it first, and give the report file in it
        [picture] a report file is a text file (.toml); make one with ita-report new NAME.toml; pictures belong in [[photos]]
        [film] a report file is a text file (.toml); make one with ita-report new NAME.toml
        [comments] remove # before the lines that you need; to begin anew, make a report file with ita-report new NAME.toml
        [empty] if the file is in OneDrive or Google Drive, download it first; to begin anew, make a report file with ita-report new NAME.toml
       *[other] a report file is a text file (.toml); make one with ita-report new NAME.toml and copy the text of this file into it
    }
wrongly-decoded = the Thai letters in the file have become `{ $written }`
    .label = opened in the wrong encoding once, and saved
    .help = open the original or a backup from before the letters changed, and save it with the encoding UTF-8
syntax = this is not valid TOML: { $detail }
    .help = write each line as KEY = VALUE and headings as [NAME] or [[NAME]]; docs/report-file.md has every key with an example

## Slips of the syntax. `line` is the line as it should be
mended-line = { $line ->
        [none] {""}
       *[other] {" "}(write: { $line })
    }
foreign-digits = `{ $written }` is not written in the digits 0-9
    .label = keys and numbers outside quotes are written with the digits 0-9
    .help = type { $right } with the digits 0-9; the document will have Thai digits{ mended-line }
letter-in-number = the number `{ $written }` has a letter in it
    .label = the letters O and l are not the digits 0 and 1
    .help = type { $right } in digits only{ mended-line }
comma-in-number = the number `{ $written }` has a comma
    .label = { $kind ->
        [decimal] decimals stand behind a point
       *[thousands] thousands are written without a comma
    }
    .help = type { $right }{ mended-line }
number-form = the number `{ $written }` is malformed
    .label = { $kind ->
        [point] there must be digits on both sides of the point
        [zeros] a number cannot begin with 0
        [dash] this dash is not a minus sign
       *[unit] only the number, without a unit
    }
    .help = type { $right }{ mended-line }
not-a-number = `{ $written }` is not a number
    .label = { $is_target ->
        [yes] a measure has one target
       *[no] this key only takes a number
    }
    .help = { $is_target ->
        [yes] write the number of one indicator, such as target = 9, or target = "total"; write a measure for each indicator
       *[no] type only a number in the digits 0-9; if there is none yet, such as a score that is not announced, leave the entry out
    }
boolean-word = `{ $written }` cannot stand here
    .label = it must be true or false
    .help = type { $right }, in small letters and without quotes{ mended-line }
unquoted-text = the text `{ $written }` is not in quotes
    .label = text must be in quotes "..."
    .help = put " before and behind the text{ mended-line }
odd-quote = the sign { $character } cannot begin or end the text here
    .label = it must be { $right }
    .help = use { $right } before and behind the text; Word and telephones change such signs by themselves{ mended-line }
doubled-quote = the quotation mark { $quote } stands twice
    .label = one is enough
    .help = leave a single { $quote } before and behind the text{ mended-line }
quote-in-text = there is a " within a text in quotes
    .label = the text ends before this
    .help = use “ ” within the text{ mended-line }
unclosed-string = the text begins with { $quotes } but does not end with it
    .label = opened here
    .help = add { $quotes } at the end of the text{ mended-line }
text-over-lines = { $is_quoted ->
        [yes] the text in quotes goes over several lines
       *[no] a text of several lines is not in quotes
    }
    .label = it begins here and ends in another line
    .help = write it in one line{ mended-line }
backslash = a \ cannot stand in the text here
    .label = within "..." a \ has a meaning of its own
    .help = { $kind ->
        [drive] copy the file beside the report file and write only its name, "{ $name }"; if it is in a folder below, separate folders with /
        [path] separate folders with /{ mended-line }
       *[text] write \\ for \, or put the text in ' instead of "{ mended-line }
    }
control-in-text = the text has an invisible character, { $character }
    .label = { $is_line_end ->
        [yes] a line end of Word
       *[no] left over from copying
    }
    .help = remove this character, or type a space instead{ mended-line }
missing-comma = the comma between two items is missing
    .label = a , belongs here
    .help = add the ,{ mended-line }
extra-comma = there is a sign too many
    .label = remove it
    .help = remove this sign{ mended-line }
odd-comma = { $written } cannot separate items
    .label = it must be ,
    .help = write , instead{ mended-line }
list-brackets = several texts of one key must be in brackets [ ]
    .label = the second text and those behind it
    .help = put [ before the first text and ] behind the last one{ mended-line }
wrong-bracket = the bracket { $written } cannot stand here
    .label = it must be { $right }
    .help = write { $right } in place of { $written }{ mended-line }
unclosed-bracket = the bracket { $bracket } is not closed
    .label = opened here
    .help = add { $right } behind the last item, in line { $at }{ mended-line }
unopened-bracket = the list has no opening bracket [
    .label = a [ belongs here
    .help = add [ before the first text and ] behind the last one{ mended-line }
number-table = `{ $key }` must be in braces, as NUMBER = SCORE
    .label = separate the pairs with ,
    .help = write all of them in one line{ mended-line }
indicator-keys = scores of single indicators belong in indicators
    .label = from this line on
    .help = put the line [scores.YEAR.indicators] above these scores, or write them in one line: indicators = {"{"} 1 = ..., 2 = ... {"}"}
missing-value = there is no value behind the =
    .label = a value belongs here
    .help = write a value, such as "text" or a number; remove the line if you do not need the key
missing-equals = the = between key and value is missing
    .label = a = belongs here
    .help = add the ={ mended-line }
odd-equals = { $written } cannot stand between key and value
    .label = it must be a single =
    .help = write = instead{ mended-line }
key-without-value = `{ $key }` has no = and no value
    .label = only the key
    .help = write a value behind =, such as { $key } = "text"; remove the line if you do not need the key
missing-key-name = there is no key before the =
    .label = a key belongs here
    .help = write a key before the =, such as title = "..."
key-quotes = the heading `{ $key }` must be in quotes
    .label = no quotes
    .help = put " before and behind the heading{ mended-line }
repeated-key = the key `{ $key }` repeats line { $first }
    .label = it is there already
    .help = { $is_inline ->
        [yes] if the key is wrong, write the one that is missing; otherwise remove one of the two
       *[no] remove one of the two; if it belongs to a new entry, begin that with its heading, such as [[measures]]
    }
repeated-heading = `{ $heading }` repeats line { $first }
    .label = it is there already
    .help = move the lines below this heading to line { $first } and remove this heading
commented-heading = `{ $key }` belongs to { $heading }, which still has a # before it in line { $at }
    .label = the heading of this key is still a comment
    .help = remove the # in line { $at }, so that it reads { $heading }
heading-brackets = the brackets of the heading { $written } are wrong
    .label = it must be { $right }
    .help = write: { $right }
heading-name = there is no heading { $written }
    .label = it must be { $right }
    .help = write: { $right }
heading-year = the heading scores has no year
    .label = a year belongs here
    .help = write the fiscal year behind a dot, one table for each year, as in [scores.2567]
heading-dot = the parts of the heading `{ $written }` are separated by a dot
    .label = it must be { $right }
    .help = write: [{ $right }]
heading-too-early = [{ $heading }] stands before the first [[{ $array }]]
    .label = there is no [[{ $array }]] yet that it could belong to
    .help = move it below the [[{ $array }]] that it belongs to
pairs-in-line = there are two keys in one line
    .label = a new line begins here
    .help = begin a new line before this key
stray-text = there is further text: { $written }
    .label = not part of the value
    .help = { $is_text ->
        [yes] move it into the quotes; remove it if it is no text of the report{ mended-line }
       *[no] remove it, or put # before it if it is a comment{ mended-line }
    }
item-marker = “{ $written }” stands before a text, outside its quotes
    .label = not needed
    .help = remove it; the program numbers items or puts dashes before them, as steps_style and results_style say{ mended-line }
loose-text = this line is not KEY = VALUE
    .label = it is not clear what this belongs to
    .help = put # before it if it is a comment; a text of the report belongs in the quotes of a key, such as outcome = "..."
odd-space = there is an invisible character, { $character }, outside quotes
    .label = left over from copying
    .help = remove it and type an ordinary space{ mended-line }
odd-line-end = lines end with { $character } instead of an ordinary line end
    .label = a line end of Word or of an old Mac, in the whole file
    .help = open it in a text editor such as Notepad or VS Code, and begin new lines with Enter, or save it with CRLF or LF line ends

## Keys and their types
unknown-key = unknown key `{ $key }`
    .label = there is no such key here
    .help = { $place ->
        [none] { $nearest ->
            [none] the keys here are: { $known }; remove the line if you need none of them
           *[other] did you mean `{ $nearest }`?{ mended-line }
        }
       *[other] { $nearest ->
            [none] `{ $key }` is a key of { key-place }; move the line there, or remove it if that has it already
           *[other] did you mean `{ $nearest }`, a key of { key-place }? If so, move the line there
        }
    }
key-place = { $place ->
        [top] the top of the file, above the first line that begins with [
       *[other] { $place }
    }
missing-key = the key `{ $key }` is missing
    .label = `{ $key }` belongs here
    .help = add { $key } as in a file made by ita-report { $sample }
wrong-type = `{ $key }` has to be { $expected }, but is { $found }
    .label = this is { $found }
    .help = make the value of { $key } { $expected }{ mended-line }
empty-string = `{ $key }` must not be empty
    .label = nothing in it
    .help = fill in the text between the quotes
empty-list = `{ $key }` has nothing in it
    .label = nothing in it
    .help = take at least one of: { $choices }, or leave the line out for the default
unknown-choice = `{ $value }` is not a value of `{ $key }`
    .label = choices: { $choices }
    .help = { $nearest ->
        [none] take one of: { $choices }
       *[other] did you mean "{ $nearest }"?{ mended-line }
    }
unknown-column = `{ $key }` has no column `{ $value }`
    .label = no measure has an `extra` of this name
    .help = { $nearest ->
        [none] take one of: { $choices }; or add a column of your own to the measures: extra = {"{"} "{ $value }" = "..." {"}"}
       *[other] did you mean `{ $nearest }`?
    }
repeated-column = the column `{ $name }` is there twice
    .label = this column is there already
    .help = remove the repeated one
columns-many = `{ $key }` has too many columns
    .label = a table can have { $most } columns
    .help = { $orientation ->
        [portrait] leave out columns, so that { $most } or fewer are left; with orientation = "landscape" there can be more
       *[landscape] leave out columns, so that { $most } or fewer are left
    }
key-in-extra = `{ $key }` in `extra` is a key of the measure itself
    .label = as a column of your own it is not shown
    .help = move this line to the measure: above [measures.extra], or out of the braces

## Numbers and dates
score-form = `{ $value }` is not a score
    .label = a score is a decimal number such as 94.69
    .help = write a number from 0 to 100 with at most two decimal places
score-places = the score { $value } has more than two decimal places
    .label = at most two decimal places
    .help = use the score as announced, which has at most two decimal places
score-range = the score { $value } is not between 0 and 100
    .label = has to be between 0 and 100
    .help = compare the score with the announced results
budget-form = the budget { $value } is not an amount
    .label = an amount in baht
    .help = write a number that is not negative, with at most two decimal places, such as 10000.00
indicator-number = there is no indicator { $value }
    .label = the indicators of { $years } are { $numbers }
    .help = use the number of an indicator: { $numbers }
year-common-era = { $value } is a year of the Common Era
    .label = has to be a year of the Buddhist Era
    .help = write { $year }
year-range = `{ $value }` is not a fiscal year
    .label = has to be a year of the Buddhist Era, 2500 to 2699
    .help = write the fiscal year as four digits, such as 2567
date-form = cannot read the date `{ $value }`
    .label = not a known form of a date
    .help = { $line ->
        [none] write "5 ตุลาคม 2567", "5 ต.ค. 2567" or "2567-10-05"
       *[other] use the name of the month and all four digits of the year{ mended-line }
    }
date-impossible = there is no day `{ $value }`
    .label = not in the calendar
    .help = check day, month and year; February has 29 days in leap years only, such as 2563 and 2567
period-form = cannot read the month `{ $value }`
    .label = write year-month
    .help = { $line ->
        [none] write "2566-10", or the whole period in words: period = "ตลอดปีงบประมาณ"
       *[other] use all four digits of the year, then the month as a number{ mended-line }
    }
period-order = the period ends ({ $to }) before it begins ({ $from })
    .label = from { $from } to { $to }
    .help = swap `from` and `to`
measure-number = there is no measure { $value }
    .label = this file has { $count ->
        [1] one measure
       *[other] { $count } measures
    }
    .help = use a measure's number in this file, 1 to { $count }

## Text
unknown-placeholder = unknown placeholder {"{"}{ $name }{"}"}
    .label = no placeholder has this name
    .help = { $nearest ->
        [none] there are {"{"}agency{"}"} {"{"}short_name{"}"} {"{"}year{"}"} {"{"}previous_year{"}"} {"{"}total{"}"} {"{"}previous_total{"}"} {"{"}change{"}"} {"{"}level{"}"} {"{"}previous_level{"}"}; a brace itself is written {"{{"} or {"}}"}
       *[other] did you mean {"{"}{ $nearest }{"}"}? A brace itself is written {"{{"} or {"}}"}
    }
single-brace = the brace { $brace } has no partner
    .label = a single brace
    .help = a brace itself is written {"{{"} or {"}}"}
placeholder-without-value = there is no value for {"{"}{ $name }{"}"}
    .label = the file has no data of { $year } for it
    .help = add that year's results in [scores.{ $year }], or remove the placeholder
level-unknown = there is no value for {"{"}{ $name }{"}"}
    .label = the level of { $year } does not follow from the scores given
    .help = add the missing indicators, or state `instruments` or `level` in [scores.{ $year }]
control-character = `{ $key }` has a control character: { $characters }
    .label = cannot be printed
    .help = remove this character
private-use = `{ $key }` has { $symbol ->
        [none] a private code of old fonts
        [bullet] the bullet of a list from Word's symbol fonts
        [tick] a tick from Word's symbol fonts
        [cross] a cross from Word's symbol fonts
        [box] an empty box from Word's symbol fonts
        [arrow] an arrow from Word's symbol fonts
       *[other] a sign from Word's symbol fonts
    }: { $characters }
    .label = other machines and searches cannot read it
    .help = { $symbol ->
        [none] { $meant ->
            [none] type this again
           *[other] type it again as “{ $meant }”
        }
        [bullet] remove it; where items are listed in one text, begin each with “- ”
        [tick] remove it, or write a word such as “มี” or “ดำเนินการแล้ว”
        [cross] remove it, or write a word such as “ไม่มี” or “ยังไม่ดำเนินการ”
        [box] remove it, or write “( )”
        [arrow] remove it, or write a word such as “แล้ว” or “ไปยัง”
       *[other] remove it, or type the sign that it looks like in Word
    }
link-scheme = `{ $value }` is not a whole link
    .label = a link begins with https:// http:// or mailto:
    .help = { $right ->
        [none] write the whole link, such as "https://example.go.th/ita/o34"
       *[other] write "{ $right }"
    }
link-scheme-twice = the link begins with https:// or http:// twice
    .label = cannot be opened
    .help = { $right ->
        [none] leave a single https://
       *[other] write "{ $right }"
    }
several-links = there are { $count } links here
    .label = takes a single link
    .help = { $key ->
        [url] write one [[evidence]] for each, with a title of its own: url = "{ $first }" and url = "{ $second }"
       *[other] choose one, such as "{ $first }"
    }
link-email = { $written ->
        [none] there is no e-mail address behind mailto:
       *[other] `{ $written }` is not an e-mail address
    }
    .label = an e-mail address has a name, then @ and the name of a website
    .help = { $website ->
        [none] write the whole address, such as "mailto:saraban@example.go.th"
       *[other] add the name and @, such as "mailto:saraban@example.go.th"; if it is a website, write "{ $website }"
    }
link-ending = the link ends with a punctuation mark
    .label = may have come with it from a text, and keep it from opening
    .help = try the link; if it does not open, write "{ $right }"
link-backslash = the link has a \
    .label = / separates the parts of a link
    .help = write "{ $right }"
link-private = nobody outside can open this link
    .label = `{ $server }` can only be reached from the same machine or office
    .help = publish the document on the agency's website, and copy the link from there
link-file = `{ $value }` is a file, not a link
    .label = nobody else can open this file
    .help = publish the file on the agency's website, open it there, and copy the link from the browser, such as "https://example.go.th/ita/o34.pdf"
link-spaces = the link has spaces in it
    .label = `{ $value }`
    .help = { $right ->
        [none] a link has no spaces: copy it from the browser again
       *[other] write "{ $right }"
    }
link-domain = { $domain ->
        [none] the link has no website in it
       *[other] `{ $domain }` in the link is not the name of a website
    }
    .label = { $domain ->
        [none] the name of a website belongs behind ://
       *[other] cannot be opened
    }
    .help = { $right ->
        [none] copy the whole link from the browser, such as "https://example.go.th/ita/o34"
       *[other] write "{ $right }"
    }
link-without-code = the link gets no QR code: its address has { $length } letters
    .label = a QR code holds at most { $most }
    .help = use a shorter address, such as that of the page that leads there; the link itself works

text-long = { $what ->
        [link] the address in `{ $key }` has { $length } letters
       *[text] `{ $key }` has { $length } characters
    }
    .label = at most { $most }
    .help = { $what ->
        [name] write the name alone
        [link] use a shorter address, such as that of the page that leads there
       *[text] shorten it, or divide it into several strings where the key takes a list
    }
text-lines = `{ $key }` has { $count } lines
    .label = the line after this one is too many
    .help = at most { $most } lines: divide it into several strings where the key takes a list
report-long = { $what ->
        [texts] the report has { $count } entries
       *[characters] the report has { $count } characters
    }
    .label = from here on there are too many
    .help = { $what ->
        [texts] at most { $most } entries (steps, results, captions, names): divide the report into several files
       *[characters] at most { $most } characters, about a thousand pages of prose: divide the report into several files
    }

## Files
file-absolute = `{ $path }` is an absolute path
    .label = has to be a file below the report's folder
    .help = copy it beside the report and write only its name{ $name ->
        [none] {""}
       *[other] : "{ $name }"
    }
file-outside = `{ $path }` is outside the report's folder
    .label = may not leave the folder
    .help = copy it beside the report and write only its name{ $name ->
        [none] {""}
       *[other] : "{ $name }"
    }
file-missing = cannot find `{ $path }`
    .label = there is no such file beside the report
    .help = { $nearest ->
        [none] check the name, its capitals and its extension; separate folders with /
       *[other] { $how ->
            [same] there is "{ $nearest }", which looks the same but is stored in other characters: rename the file with English letters and digits only, and write that name here
           *[other] did you mean "{ $nearest }"?
        }
    }
file-control = `{ $path }` has a backslash, which stands for a control character here
    .label = a backslash cannot separate folders
    .help = write "{ $right }": folders are separated by /
file-backslash = `{ $path }` separates folders with a backslash
    .label = works on no other system than Windows
    .help = write "{ $right }": folders are separated by /
file-kind = `{ $path }` is { $kind ->
        [none] not a PNG, JPEG, SVG or WebP picture
       *[other] a file of the kind { $kind }, not a PNG, JPEG, SVG or WebP picture
    }
    .label = files of this kind cannot be used
    .help = { $way ->
        [telephone] export the picture as JPEG; on an iPhone, choose Settings > Camera > Formats > Most Compatible for new ones
        [picture] open it in a picture program and save it as PNG or JPEG
        [document] save the page or the picture in it as PNG or JPEG; a document belongs on the website, with its link under [[evidence]]
        [page] this is a web page that was saved in place of the picture: open the picture in the browser and save it itself
        [film] take a still from the film and save it as JPEG
       *[none] save the picture as PNG, JPEG, SVG or WebP; renaming the file does not change its kind
    }
file-empty = `{ $path }` is { $what ->
        [zeros] filled with zeros, without a picture in it
       *[empty] empty
    }
    .label = there is no picture in the file
    .help = if it is kept in a cloud such as OneDrive, open it once so that it is downloaded; otherwise copy it again from its original
file-broken = cannot open the picture `{ $path }`: { $reason }
    .label = the file is broken
    .help = copy or save the picture again from its original
file-ends-early = the picture `{ $path }` is incomplete: its file ends before the picture does
    .label = the end of the file is missing
    .help = copy or send the whole file again from its original
file-linked = the drawing `{ $path }` refers to another file: { $link }
    .label = the content of another file would not be shown
    .help = embed it in the drawing's own file and save the drawing again
file-too-large = `{ $path }` is too large
    .label = at most 50 MiB, and for a picture 100 megapixels and 30,000 pixels a side
    .help = make the picture or the file smaller first
drawing-complex = the drawing `{ $path }` { $excess ->
        [nesting] has elements within elements at too many levels
        [references] has elements that refer to others in too many steps
        [effect] has the effect <{ $element }>, which would take too long to draw
        [effects] has too many effects such as blurs and shadows, or on too large an area
        [text] has too much text
        [rules] has too many style rules for so many elements
       *[size] has too many elements
    }
    .label = cannot be drawn in a reasonable time
    .help = { $excess ->
        [effect] remove this effect, or save the drawing as PNG
        [effects] remove some of the effects, or save the drawing as PNG
        [text] shorten the text, or save the drawing as PNG
       *[other] simplify the drawing, or save it as PNG
    }
drawing-thin = the drawing `{ $path }` is so thin that nothing of it would be seen
    .label = more than 1,000 times as long as wide
    .help = set width and height of the drawing to what it shows, or save it as PNG
file-unreadable = cannot read `{ $path }`: { $reason }
    .label = the file cannot be read
    .help = check that the file may be read and is not open in another program
not-a-file = `{ $path }` is { $what ->
        [folder] a folder, not a file
       *[device] not a file
    }
    .label = has to be a file
    .help = { $example ->
        [none] write the name of a file in the report's folder
       *[other] write the name of a file in it, such as "{ $example }"
    }
not-a-folder = `{ $path }` is not a folder
    .label = has to be a folder
    .help = write the name of the folder with the font files

## Rules files that a report names
not-rules = `{ $path }` is a report, not a file of rules
    .label = has to be a file of rules
    .help = ita-report rules makes a file of rules to start from
rules-years-twice = `year` cannot be used together with `from` and `to`
    .label = remove this
    .help = write one `year`, or `from` and `to` for several years
rules-years = the rules end ({ $to }) before they begin ({ $from })
    .label = from { $from } to { $to }
    .help = swap `from` and `to`, or write one `year`
rules-overlap = `{ $path }` has rules for { $years }, and so has a file named before it
    .label = two files for the same year
    .help = remove one of the two from `rules`, or correct their years
instrument-name = an instrument cannot be called `{ $value }`
    .label = at most ten Latin letters and digits, beginning with a letter; not ITA
    .help = write the abbreviation of the announcement, such as IIT, EIT or OIT
weight-range = { $value } is not a weight
    .label = a whole number from 1 to 100
    .help = write the instrument's weight in percent
weights-sum = the weights add up to { $sum } percent
    .label = have to add up to 100
    .help = compare the weights with the handbook of the year
repeated-name = the name “{ $name }” is used twice
    .label = the second use
    .help = give each indicator and each level a name of its own
levels-order = the level “{ $name }” is not in its place
    .label = a level before it requires less, or the same
    .help = list the levels from the best to the lowest
levels-passed = the level “{ $name }” counts as a pass, but the better one before it does not
    .label = has passed = true
    .help = correct `passed` here or in the levels before
levels-end = some scores reach no level
    .label = the last level has to begin at 0
    .help = write total = 0 without `instrument` here, or add a level below
indicator-range = { $value } cannot number an indicator
    .label = a whole number from 1 to 99
    .help = write the number from the announcement
repeated-indicator = there are two indicators { $number }
    .label = the second of them
    .help = give each indicator a number of its own
unknown-instrument = the instrument `{ $value }` has no weight
    .label = these have a weight: { $known }
    .help = { $nearest ->
        [none] take one of { $known }, or add { $value } to [weights]
       *[other] did you mean { $nearest }? Otherwise add { $value } to [weights]
    }
instrument-without-indicator = the instrument { $instrument } measures no indicator
    .label = no indicator has instrument = "{ $instrument }"
    .help = add its indicators, or remove { $instrument } from [weights]

## Fonts
font-missing = there is no font `{ $family }`, which layout.font asks for
    .label = fonts found: { $found }
    .help = put its files (.ttf or .otf) in a folder beside the report and write the folder's name in layout.font_dir
font-without-family = there is a layout.font_dir, but no layout.font
    .label = { $found ->
        [none] this folder has no fonts
       *[other] fonts in it: { $found }
    }
    .help = name the font with font = "..."
font-without-bold = the font `{ $family }` has no bold
    .label = titles will be set in its regular weight
    .help = put the font's Bold in the same folder
font-broken = cannot open the font `{ $path }`
    .label = a font file in this folder is broken
    .help = copy the font again from its original, or remove it
font-without-regular = the font `{ $family }` has no regular weight
    .label = the whole document will be set in bold
    .help = put the font's Regular in the same folder
font-lacks = the font `{ $family }`, which layout.font asks for, lacks { $character }
    .label = this font cannot set a Thai document
    .help = choose a font with Thai letters, Thai digits and Latin letters, such as TH SarabunPSK

## Warnings about the file
rules-year = the ITA rules of fiscal year { $year } are not known; those of { $years } are used
    .label = the rules of { $years } are used
    .help = compare the level with the announcement; if it differs, state `level` in [scores.{ $year }]. { $own ->
        [none] If you know the rules of that year, write them in a file: run ita-report rules { $year } -o ita-{ $year }.toml, change it, and add rules = "ita-{ $year }.toml" here
       *[other] The files named in `rules` are for { $own }: correct the year there if it is wrong, or add a file for { $year }, made with ita-report rules { $year } -o ita-{ $year }.toml
    }

## Rules of `check`, see src/check/rules/. `topic` names what a score belongs to. `.label` is shown at the place of the
## finding, the other parts at the places that are evidence for it.
topic = { $topic ->
        [total] the total
        [one] indicator { $topic }
        [other] indicator { $topic }
       *[instrument] { $topic }
    }
no-glyph = `{ $key }` has { $count ->
        [1] a character that is
       *[other] characters that are
    } in none of the fonts: { $characters }
    .label = not in the font `{ $family }`
    .help = { $instead ->
        [arrow] write a word in place of the arrow, such as เป็น (becomes) or ไปยัง (to)
        [mean] write ค่าเฉลี่ย (mean) instead
       *[none] { $count ->
            [1] remove this character or use another
           *[other] remove these { $count } characters or use others
        }
    }
unknown-rule = there is no rule `{ $value }`
    .label = no such code
    .help = { $nearest ->
        [none] docs/rules.md lists the rules; errors in the file cannot be allowed
       *[other] did you mean `{ $nearest }`?
    }
total-mean = the total of { $year } is { $total }, but the weighted mean of its indicators is { $mean }: { $difference } apart, more than rounding explains
    .label = rounding explains at { $side ->
        [most] most
       *[least] least
    } { $bound }
    .mean = their weighted mean is { $mean }
    .help = compare the scores with the announcement. The announced total is calculated from unpublished item scores and may differ; if all is as announced, put allow = ["total-mean"] into [check]
stated-level = { $level ->
        [none] “{ $stated }” is no level of { $year }
        [lower] the level of { $year } is stated as “{ $stated }”, but its scores are too low for it
       *[other] the level of { $year } is stated as “{ $stated }”, but by the rules it is “{ $level }”
    }
    .label = { $level ->
        [none] the rules of that year have no such level
        [lower] the scores are too low for it
       *[other] by the scores it is “{ $level }”
    }
    .total = the total is { $total }
    .help = remove `level` so that it is derived, or, if it is the announced one, state `instruments` too
weighted-instrument = the { $instrument } of { $year } ({ $written }) is out of its weight, { $weight }, not out of 100
    .label = { $right } out of 100
    .help = write { $right }, which is { $written } ÷ { $weight } × 100
missing-scores = { $missing ->
        [none] there are no results of { $year }
       *[other] { $year } lacks the score of { $count ->
            [1] indicator
           *[other] indicators
        } { $missing }
    }
    .label = { $missing ->
        [none] there is no [scores.{ $year }]
       *[other] no { $missing } here
    }
    .help = { $missing ->
        [none] add [scores.{ $year }] as announced
       *[other] add what is missing as announced
    }
unexplained-change = indicator { $indicator } { $name } { $direction ->
        [rise] rose
       *[fall] fell
    } by { $difference } points, and nothing in the report explains it
    .label = a change of more than 20 points
    .previous = the previous year's score
    .help = check the scores, then say where it came from: in the measure's outcome, in `obstacles` or in `recommendations`
score-in-prose = the score is written as { $written }, but { topic } had { $score } in { $year }
    .label = { $right } would be right
    .score = the announced score
    .help = write { $right }
difference-in-prose = the difference is written as { $written }, but { topic } changed by { $difference }
    .label = { $right } would be right
    .score = this year's score
    .help = write { $right }, or leave it out: a measure with a target shows the difference by itself
direction-in-prose = { $kind ->
        [rise] described as a rise, but { topic } fell ({ $difference })
        [fall] described as a fall, but { topic } rose ({ $difference })
        [minus] { $written } has a minus sign, but { topic } rose ({ $difference })
        [twice] both ลดลง and a minus sign say that it fell ({ $written })
       *[sign] the difference { $written } has lost its minus sign: { topic } fell ({ $difference })
    }
    .label = { $kind ->
        [rise] it fell
        [fall] it rose
        [twice] negative twice
       *[sign] { $difference } would be right
    }
    .score = this year's score
    .help = { $kind ->
        [rise] write ลดลง
        [fall] write เพิ่มขึ้น
        [minus] remove the minus sign
        [twice] use one of them, ลดลง or the minus sign
       *[sign] write ลดลง { $unsigned } คะแนน or -{ $unsigned }
    }
uneven-decimals = the score { $written } lacks the two decimals that another one in the list has
    .label = { $right } would match
    .finer = two decimals here
    .help = write { $right }
decimal-comma = “{ $written }” has a comma in place of the decimal point
    .label = { $right } would be right
    .help = write { $right }
level-of-indicator = { topic } is called “{ $level }”, but only the whole assessment has a level
    .label = a single indicator has no level
    .score = only a score
    .help = remove “{ $level }”
level-in-prose = the level is written as “{ $written }”, but that of { $year } is “{ $level }”
    .label = “{ $level }” would be right
    .level = the level comes from here
    .help = write “{ $level }”, or {"{"}level{"}"} and {"{"}previous_level{"}"}
stale-year = { $written } is neither the year of the report ({ $year }) nor the previous one ({ $previous })
    .label = left over from an earlier report?
    .year = the year of the report
    .help = write {"{"}year{"}"} or {"{"}previous_year{"}"} in place of the number
period-outside = the period has { $month }, which lies outside the fiscal year ({ $from } - { $to })
    .label = { $month } is outside the fiscal year
    .year = the fiscal year of the report
    .help = correct the month or the year, or remove `period`: then it is { $from } - { $to }
impossible-date = no calendar has the date “{ $written }”
    .label = { $month } has { $last } days
    .help = look up the day or the month in the document that the text speaks of, and correct it
agency-name = “{ $written }” is not the agency's name “{ $right }”
    .label = “{ $right }” would be right
    .right = the agency's name
    .help = write “{ $right }”, or {"{"}agency{"}"} and {"{"}short_name{"}"}
indicator-name = “{ $written }” is not the name of indicator { $indicator }, “{ $right }”
    .label = “{ $right }” would be right
    .help = write “{ $right }”
office-name = { $kind ->
        [usual] “{ $written }” is not the name of an office, “{ $right }”
       *[used] “{ $written }” is spelt differently elsewhere: “{ $right }”
    }
    .label = is “{ $right }” meant?
    .right = spelt “{ $right }” here
    .help = write “{ $right }”; if they are two offices, put allow = ["office-name"] into [check]
place-outside = there is no { $kind } “{ $written }” in “{ $inside }”, but in “{ $elsewhere }”
    .label = not in “{ $inside }”
    .help = find out which { $kind } is meant, and change this name or “{ $inside }”
place-name = { $inside ->
        [none] there is no { $kind } “{ $written }”
       *[other] there is no { $kind } “{ $written }” in “{ $inside }”
    }
    .label = is “{ $right }” meant?
    .help = write “{ $right }”. If the name is right as it is, put allow = ["place-name"] into [check]
doubled-word = “{ $word }” is written twice
    .label = doubled
    .help = remove one of them
split-vowel = { $vowel ->
        [ae] “{ $written }” has เ twice in place of แ
        [twice] “{ $written }” has a vowel too many beside ำ
        [aa] “{ $written }” has ๅ in place of า
        [long] “{ $written }” has ำ in place of า
       *[am] “{ $written }” has ํ and า in place of ำ
    }
    .label = “{ $right }” would be right
    .help = write “{ $right }”
mark-order = { $kind ->
        [twice] “{ $written }” has a vowel or tone mark twice
       *[order] “{ $written }” has its vowel and tone marks in the wrong order
    }
    .label = “{ $right }” would be right
    .help = delete it and type “{ $right }”
mark-without-base = { $kind ->
        [mark] a mark in “{ $written }” has no consonant
       *[vowel] the vowel “{ $written }” has no consonant after it
    }
    .label = no consonant here
    .help = { $right ->
        [none] remove it, or type the word again
       *[other] write “{ $right }”
    }
space-before-mark = “{ $written }” has a space too many
    .label = no space belongs here
    .help = write “{ $right }”
maiyamok-spacing = “{ $written }” has no space { $side ->
        [before] before
        [after] after
       *[both] before and after
    } ๆ
    .label = a space belongs { $side ->
        [before] before
        [after] after
       *[both] before and after
    } ๆ
    .help = write “{ $right }”, and a space before what follows
double-space = “{ $written }” has a space too many{ $count ->
        [1] {""}
       *[other] {", and so have "}{ $count } places in this text altogether
    }
    .label = one space is enough
    .help = leave one space
mixed-digits = the number “{ $written }” mixes Thai and Arabic digits
    .label = reads as { $right }
    .help = make sure that { $right } is meant, and type it in digits of one kind
other-digits = “{ $written }” has Thai digits, but the document has Arabic ones (numerals = "arabic")
    .label = { $right } in Arabic digits
    .help = write the Thai digits of this text as Arabic ones ({ $count } { $count ->
        [1] place
       *[other] places
    }), or put numerals = "thai" into [layout]
one-sided-dash = the dash { $written } has a space on one side only
    .label = a space on one side
    .help = put a space on both sides or on neither
pasted-numbering = the item begins with “{ $written }”, but the program puts { $style ->
        [dash] a dash
       *[numbered] a number
    } before it
    .label = it would be there twice
    .help = remove “{ $written }”
unbalanced-pair = { $written } has no partner
    .label = without a partner
    .help = add the one that is missing, or remove this one
sample-value = `{ $key }` is still the sample that the program wrote
    .label = { $kind ->
        [scores] invented scores
       *[other] an invented text
    }
    .help = { $kind ->
        [marked] write the agency's own; if the text fits as it is, remove the word “ตัวอย่าง:” before it
        [scores] fill in the agency's scores as announced; if the year has no results yet, remove its [scores] table
       *[text] write the agency's own, or remove it
    }
unfilled-value = `{ $key }` has not been filled in: { $written }
    .label = a value belongs here
    .help = { $kind ->
        [name] fill it in, or remove the whole line: what is left out can be filled in by hand in the document
       *[text] fill it in, or remove it
    }; to print a draft before that, use ita-report render --draft
steps-without-results = measure { $measure } has { $steps ->
        [1] one step
       *[other] { $steps } steps
    } and { $results ->
        [0] no results
        [1] one result
       *[other] { $results } results
    }
    .label = { $results ->
        [0] no results
        [1] one result
       *[other] { $results } results
    }
    .step = this step probably has no result
    .help = say of every step what came of it, even if it was not taken
no-steps = measure { $measure } of the plan has no steps
    .label = no `steps`
    .title = this measure
    .help = add steps = ["...", "..."] with how it is to be carried out
no-monitoring = measure { $measure } of the plan says nothing of its monitoring
    .label = no `monitoring`
    .title = this measure
    .help = add monitoring = "รายงานผลต่อผู้บริหารทุกไตรมาส", or how your agency monitors it
repeated-result = a result of measure { $measure } is { $likeness ->
        [own] there twice
        [same] the same as a { $part ->
            [step] step
           *[result] result
        } of measure { $other }
       *[nearly] nearly the same as a result of measure { $other }
    }
    .label = { $likeness ->
        [own] repeated
       *[other] copied?
    }
    .first = the first of them
    .help = { $likeness ->
        [own] remove one of them, or say what came of another step
       *[other] say what measure { $measure } itself did
    }
repeated-outcome = the outcome of measure { $measure } is { $likeness ->
        [own] there twice
        [same] the same as that of measure { $other }
       *[nearly] nearly the same as that of measure { $other }
    }
    .label = { $likeness ->
        [own] repeated
       *[other] copied?
    }
    .first = the first of them
    .help = { $likeness ->
        [own] remove one of the paragraphs
       *[other] say what measure { $measure } itself achieved
    }
unshown-column = the column `{ $name }` is in no table
    .label = not shown
    .help = { $named ->
        [yes] add "{ $name }" to `columns` in [layout], or to `plan_columns` for the plan
       *[no] write in [layout]: columns = ["title", "steps", "responsible", "period", "results", "outcome", "{ $name }"], or name it in plan_columns for the plan
    }
no-responsible = measure { $measure } has no responsible unit
    .label = no `responsible`
    .title = this measure
    .help = add responsible = "สำนักปลัด", or the unit that is responsible
no-outcome = measure { $measure } has no outcome
    .label = no `outcome`
    .title = this measure
    .help = add outcome = "..." with what the measure achieved
weak-indicator = no measure targets { $count ->
        [1] indicator
       *[other] indicators
    } { $indicators }, below { $threshold } points in { $year }
    .label = { $name } had { $score }
    .help = give the measure for it a `target`, or set another threshold with `weak_below` in [text]
evidence-without-url = evidence without a link
    .label = no `url`
    .title = this document
    .help = add url = "https://..." where the document can be seen
photo-without-caption = a photograph without a caption
    .label = no `caption`
    .file = this photograph
    .help = add caption = "..." with what it shows
photo-resolution = a photograph of { $width } × { $height } pixels is too coarse for print
    .label = should be at least { $least } pixels wide
    .help = use the file from the camera, not a copy that a chat program has made smaller
drawing-text-lost = words of the drawing `{ $path }` cannot be shown: { $words }
    .label = has words as HTML
    .help = export it without HTML: in draw.io, switch off Text > Formatted Text of all shapes; in Mermaid, set htmlLabels to false; or export it as PNG
drawing-invisible = nothing of the drawing `{ $path }` can be seen
    .label = has nothing within its borders, or only white
    .help = open it in the program that it was made with, check what it shows, and export it again

## The checklist: what the assessment requires a report to contain
checklist = What OIT asks the report to contain
checklist-plan = Checked as a plan, as there are no results, outcomes or scores of the year yet. What OIT asks a plan to contain
checklist-present = present
checklist-missing = missing
checklist-measures = { $count ->
        [1] measure
       *[other] measures
    } { $measures }
checklist-done = what was done for each measure
checklist-outcome = what each measure achieved
checklist-previous = what the previous year's ITA results were used for
checklist-steps = how each measure is to be carried out
checklist-responsible = who is responsible for each measure
checklist-monitoring = how each measure is monitored
checklist-signed = who signs the plan ([[signatures]] with documents = ["plan"])

## Messages of the TOML parser. Each name consists of the first words of the English message.
toml-invalid-basic-string = the quoted string is not well formed; is its closing " there?
toml-missing-opening-quote = an opening quote is missing
toml-missing-closing-quote = a closing quote is missing
toml-missing-assignment = there is no = between key and value
toml-key-with-no-value = this key has no = and no value
toml-missing-value = there is no value after =
toml-string-values = text has to stand in quotes
toml-duplicate-key = this key has been given already
toml-unclosed-array = a closing ] is missing
toml-unclosed-table = the table's heading lacks its closing ]
toml-unclosed-inline = a closing {"}"} is missing
toml-missing-comma = a comma between the items is missing
toml-extra-comma = there is one comma too many
toml-invalid-unquoted = this key may only have the letters a to z, digits, - and _
toml-unexpected-key = there is text where none should be
toml-unexpected-content = there is text where none should be
toml-invalid-inline = the inline table {"{ }"} is not well formed
toml-missing-escaped = a \ cannot stand before this character; write \\ for the \ itself
toml-invalid-escape = a \ cannot stand before this character; write \\ for the \ itself
toml-invalid-literal-string = the string in '...' is not well formed; is its closing ' there?
toml-invalid-multi-line = the string of several lines is not well formed; is its closing """ there?
toml-invalid-boolean = this has to be true or false, or text in quotes
toml-invalid-fraction = digits have to follow the decimal point
toml-may-only-go = a _ may only stand between digits
toml-invalid-hexadecimal = the hexadecimal number is not well formed
toml-unquoted-keys = the key before = is missing
toml-unexpected-in-array = there is a = in an array; is a closing ] missing?
toml-extra = there is one character too many
toml-invalid-float = the number is not well formed
toml-invalid-time = the time is not well formed
toml-too-few = the character's code after \u lacks digits
toml-cannot-extend = this name is a key that has a value, so it cannot be a table
toml-other = { $detail }
toml-unexpected-leading = a number cannot begin with 0

## The command: help texts, errors and progress
about = Makes the annual report on integrity and transparency (ITA) of a Thai public agency, a PDF, from one TOML file
help-usage = Usage
help-commands = Commands
help-arguments = Arguments
help-options = Options
help-new = Write a commented report file to fill in
help-new-file = The file to write
help-new-year = Fiscal year of the Buddhist Era (default: the one that ended last)
help-check = Check report files
help-check-files = Report files
help-check-format = How to print what was found: human (default) or json
help-check-fix = write what can safely be corrected into the file, and leave the rest as it is
help-check-diff = show what --fix would change, and write nothing
help-render-draft = set ร่าง (draft) on every page, and take samples and places that are not filled in
fixed = { $path }: { $count ->
        [one] one place corrected
       *[other] { $count } places corrected
    }
summary-files = { $files } files: { $errors } with errors, { $warnings } with warnings only, { $clean } without findings{ $unreadable ->
        [0] {""}
       *[other] , { $unreadable } unreadable
    }
fix-stream = { $path } cannot be corrected, because it is no file
    .help = see what to correct with --diff, or save it as a file first
no-reports = there is no report file in the folder { $path }
    .help = give a report file (.toml), or make one with ita-report new NAME.toml
is-a-folder = { $path } is a folder
    .help = { $files ->
        [none] give a report file (.toml)
       *[other] give the report files, as in ita-report render { $files }
    }
several-to-one = several reports cannot be written into the one file { $path }
    .help = give a folder, with / at its end: -o results/
several-with-stdin = to read - together with other files, the folder of the results is needed
    .help = give a folder, with / at its end: -o results/
unknown-ending = no format has the ending .{ $ending }
    .help = the formats are { $formats }, as in -o report.pdf
help-check-strict = Treat warnings as errors
help-check-allow = Silence the rule of this code (may be repeated)
help-check-explain = Explain the rule of this code
help-render = Make a document from a report file
help-render-files = The report file
help-render-output = Where to write, - for standard output (default: the report file's name with .pdf)
help-render-document = The document: { $names } or all (default: report)
document-report = the annual report
document-plan = the plan at the beginning of the year
document-memo = the memo that submits the report
document-summary = one page for the council
help-render-format = The format: pdf (default), png or svg (one file a page), or typst (a folder that Typst sets)
help-render-profile = What the document is for: web (default, pictures at 150 dpi) or print (two-sided with a binding margin, pictures at 300 dpi)
help-render-templates = A folder of changed templates; each replaces the built-in one of the same name
help-render-time_limit = Seconds for which your own templates may run, for each document (default: 8, more for long reports)
help-render-memory_limit = MiB of memory that your own templates may take (default: 768, more for long reports)
help-watch = Make the document again each time the report file is saved
help-watch-file = The report file
help-watch-output = Where to write (default: the report file's name with .pdf)
help-watch-document = The document: { $names } or all (default: report)
help-watch-format = The format: pdf (default), png or svg (one file a page), or typst (a folder that Typst sets)
help-watch-profile = What the document is for: web (default) or print
help-watch-templates = A folder of changed templates, which are watched too
help-watch-time_limit = Seconds for which your own templates may run, for each document (default: 8, more for long reports)
help-watch-memory_limit = MiB of memory that your own templates may take (default: 768, more for long reports)
help-watch-draft = Set ร่าง (draft) on every page, and take samples and places that are not filled in
help-watch-allow = Silence the rule of this code (may be repeated)
help-preview = Show the pages and the findings in the browser, and follow every save
help-preview-file = The report file
help-preview-document = The document to begin with: { $names } (default: report)
help-preview-profile = What the document is for: web (default) or print
help-preview-port = The port on 127.0.0.1 (default: any free one)
help-preview-open = Open the page in the browser
help-preview-templates = A folder of changed templates, which are watched too
help-preview-time_limit = Seconds for which your own templates may run, for each document (default: 8, more for long reports)
help-preview-memory_limit = MiB of memory that your own templates may take (default: 768, more for long reports)
help-preview-draft = Set ร่าง (draft) on every page, and take samples and places that are not filled in
help-preview-allow = Silence the rule of this code (may be repeated)
help-templates = Write the built-in templates into a folder, to change them
help-templates-folder = The folder to write them into
help-render-force = Write the document despite errors, as far as the file can be read
help-render-allow = Silence the rule of this code (may be repeated)
help-rules = Print or write the ITA rules of a fiscal year, as a file to start from
help-rules-year = Fiscal year of the Buddhist Era
help-rules-output = The file to write (default: standard output)
help-lang = Language of messages: th (default) or en (or set ITA_REPORT_LANG)
help-help = Print help
help-version = Print version
done-render = written: { $path } ({ $pages } { $pages ->
        [1] page
       *[other] pages
    })
done-new = written: { $path }; fill it in, check it with ita-report check { QUOTED($path) }, then run ita-report render { QUOTED($path) }
further-pages = { $path } may be left over from an earlier, longer document
warned = { $path }: { $warnings } { $warnings ->
        [1] warning
       *[other] warnings
    }; ita-report check { QUOTED($path) } shows them
forced = { $path }: { $errors } { $errors ->
        [1] error
       *[other] errors
    }, written anyway; what is wrong may be missing
not-forced-because = the document cannot be made: { $reason }
not-forced = no document can be made from this file, not even with --force; an existing file is unchanged
explain-example = Example
usage-unknown-rule = there is no rule `{ $value }`
    .help = { $nearest ->
        [none] docs/rules.md lists the rules; errors in the file cannot be allowed
       *[other] did you mean `{ $nearest }`?
    }
done-check = { $path }: no errors found
not-shown = { $count } more are not shown; check --format json lists all of them
summary = { $path }: { $errors } { $errors ->
        [1] error
       *[other] errors
    }, { $warnings } { $warnings ->
        [1] warning
       *[other] warnings
    }
done-rules = written: { $path }; change it, put it beside the report file and add rules = "{ $name }" there
done-templates = { $count } templates written into { $path }; change them, then run ita-report render FILE --templates { QUOTED($path) }
rules-of-other-years = the rules of { $year } are not known; these are the rules of { $years }, with the year { $year }. Compare indicators, weights and levels with the handbook before you use them
template-not-utf8 = { $path } is not saved as UTF-8
    .help = open it in a text editor and save it again with the encoding UTF-8
template-file-missing = there is no file { $path }
    .help = { $nearest ->
        [none] templates can read only what is in their folder and its subfolders
       *[other] did you mean `{ $nearest }`?
    }
template-file-reserved = { $path } cannot be read, because the program gives this name to a file of its own
    .help = rename the file or move it to another folder; the names in use are data.json, face.json, names.fst, words.json, main.typ, and all files in pictures and fonts
template-file-outside = { $path } is outside the folder of templates
    .help = copy the file into the folder of templates; links that lead outside are not followed
templates-time = the templates are still running after { $seconds } s
    .help = a loop or a function goes on for too long, here or in what is called from here; if the report is large, allow more: --time-limit { $more }
templates-memory = the templates take more than { $mebibytes } MiB of memory
    .help = something grows too large, here or in what is called from here; if the report is large, allow more: --memory-limit { $more }
templates-crashed = the templates took more memory than this computer has, or nest too deeply
    .help = look in your templates for what grows without end or calls itself
no-templates = there are no templates in { $path }
    .help = write them there first: ita-report templates { QUOTED($path) }
lengths-syntax = this is not valid TOML: { $message }
lengths-unknown = there is no length `{ $key }`
    .help = { $nearest ->
        [none] see the lengths.toml that ita-report templates writes for all of them
       *[other] did you mean `{ $nearest }`?
    }
lengths-missing = `{ $key }` is missing
    .help = copy it from the file that ita-report templates writes
lengths-number = `{ $key }` must be a number
    .help = write digits alone, without quotes and unit: 30
lengths-table = `{ $key }` must be a table of lengths
    .help = compare with the file that ita-report templates writes
lengths-range = `{ $key }` must be { $zero ->
        [yes] from 0 to { $most }
       *[no] more than 0 and at most { $most }
    }
lengths-margins = these margins leave too little of the page: at least { $width } mm of its width and { $height } mm of its height must remain
unknown-template = no template is called { $path }, and no template imports it, so it would not be used
    .help = { $nearest ->
        [none] ita-report templates writes all of them into a folder
       *[other] did you mean `{ $nearest }`? ita-report templates writes all of them into a folder
    }
not-written = nothing was written; an existing file is unchanged
watching = watching { $path }; Ctrl-C ends
watch-waits = nothing is written until the file is saved without errors
watch-kept = the last document stays as it is until the file is saved without errors
watch-stream = { $path } cannot be watched, because it is no file in a folder
    .help = save the report into a file, and give the name of that file
watch-to-stdout = watch cannot write to standard output, because it writes again and again
    .help = name a file with -o
cannot-watch = changes of { $path } cannot be followed: { $reason }
    .help = the system may follow too many files already; end other programs that do so, or use ita-report render
preview-at = open this address in a browser:
port-busy = port { $port } is used by another program
    .help = choose another one with --port, or leave --port out
cannot-serve = the page cannot be shown: { $reason }
    .help = try another port with --port; security software may forbid programs to wait for connections
cannot-open-browser = the browser could not be opened: { $reason }
    .help = open the address yourself
templates-ended = your own templates ran for too long or took too much memory, and were ended
    .help = the terminal shows the place; when a template or the report is saved, they are tried again
cannot-read = cannot read { $path }: { $reason }
cannot-write = cannot write { $path }: { $reason }
cannot-find = there is no file { $path }
    .help = did you mean { QUOTED($nearest) }?
unquoted-name = the file name { $path } has spaces in it and needs quotes
    .help = write { QUOTED($path) }
new-ending = { $path } does not end in .toml; a report file is a text file that does
    .help = run ita-report new { QUOTED($right) }
new-in-folder = { $path } is a folder, not the name of a file
    .help = add a name, as in ita-report new { QUOTED($right) }
already-there = { $path } already exists and was not overwritten
    .help = use another name, or move the file away first
not-a-document = the folder { $path } has other files in it and was not overwritten
    .help = name a new folder
own-input = the document is made from { $path }, which was not overwritten
    .help = name another file with -o
several-to-stdout = { $count } files cannot go to standard output at once
    .help = name a file with -o, or ask for one document
bad-epoch = SOURCE_DATE_EPOCH is not a time: { $value }
not-to-terminal = a document cannot be shown on the terminal
    .help = name a file with -o, or send the output to a program or a file
panicked = this program has a fault of its own and had to stop: { $reason }
    .help = no file was changed; please send this message, the version ({ $version }) and, if you may, the report file to the developers, see SECURITY.md
progress-reading = reading the file and its pictures
progress-making = making the documents
progress-pictures = making pictures smaller
internal = internal error: { $reason }
    .help = the report file is not to blame; please tell the developers, with this message
reason-not-found = no such file or folder
reason-permission-denied = permission denied
reason-is-a-directory = it is a folder, not a file
reason-not-a-file = it is a folder or a device, not a file
reason-not-a-directory = part of the path is not a folder
reason-storage-full = the disk is full
reason-outside = it is outside the folder
reason-closed = standard output is closed
reason-too-large = it is larger than 50 MiB
usage-unknown-argument = unknown option { $argument }
    .help = { $nearest ->
        [none] see ita-report --help
       *[other] did you mean { $nearest }?
    }
usage-unknown-command = unknown command { $argument }
    .help = { $nearest ->
        [none] see ita-report --help
       *[other] did you mean { $nearest }?
    }
usage-invalid-value = { $argument } cannot be `{ $value }`
    .help = { $possible ->
        [none] see ita-report --help
       *[other] choices: { $possible }
    }
usage-missing-value = { $argument } needs a value
    .help = see ita-report --help
not-checked = the report itself has not been checked yet: fix the errors above and check again
not-a-rule = `{ $code }` is not a rule, but a fault of the file itself
    .help = its message says how to fix it; docs/rules.md lists all rules
usage-conflict = { $argument } cannot be used together with { $prior }
    .help = use one of them
usage-repeated = { $argument } may be given only once
    .help = remove one of them
usage-extra-argument = `{ $argument }` is one word too many
    .help = if the name of the file has spaces, put the whole name in quotes: "report 2567.toml"
usage-missing = { $command ->
        [check] which report file is to be checked?
        [render] which report file is the document to be made from?
        [batch] which reports are to be made, and into which folder?
        [watch] which report file is to be watched?
        [preview] which report file is to be shown?
        [new] what is the new report file to be called?
        [rules] the rules of which fiscal year?
        [templates] which folder are the templates to be written into?
       *[other] { $argument } is missing
    }
    .help = { $command ->
        [check] add the name of the file, as in ita-report check report.toml
        [render] add the name of the file, as in ita-report render report.toml
        [batch] add both, as in ita-report batch reports -o documents
        [watch] add the name of the file, as in ita-report watch report.toml
        [preview] add the name of the file, as in ita-report preview report.toml
        [new] add the name of the file, as in ita-report new report.toml
        [rules] add the year, as in ita-report rules 2568
        [templates] add the name of the folder, as in ita-report templates my-templates
       *[other] see ita-report --help
    }
usage-other = the command cannot be understood: { $reason }
    .help = see ita-report --help
usage-rules-year = `{ $value }` is not a fiscal year of the Buddhist Era, 2500 to 2699
    .help = { $year ->
        [none] write a year of the Buddhist Era, such as ita-report rules 2568
       *[other] write ita-report rules { $year }
    }
usage-year = `{ $value }` is not a fiscal year of the Buddhist Era, 2501 to 2699
    .help = { $year ->
        [none] write a year of the Buddhist Era, such as --year 2567
       *[other] write --year { $year }
    }

## Many files at once
help-batch = Make documents from many report files at once
help-batch-paths = Report files, folders with report files, or patterns such as "reports/*/2567*.toml"
help-batch-output = The folder to write documents into; folders below the common folder of what is given are kept
help-batch-jobs = How many reports to work on at the same time (default: as many as there are processors)
help-batch-resume = Leave out what is up to date, such as what a stopped run has made already
help-batch-shard = Make only the K-th of N parts, to share the work among machines; every report is in one part
help-batch-summary = Write what came of each report into a JSON file
help-batch-index = Write index.html with links to all documents, for a web site
batch-summary = { $files } { $files ->
        [one] report
       *[other] reports
    } into { $path }: { $made } made{ $forced ->
        [0] {""}
       *[other] , { $forced } made despite errors
    }{ $current ->
        [0] {""}
       *[other] , { $current } up to date
    }{ $errors ->
        [0] {""}
       *[other] , { $errors } with errors
    }{ $failed ->
        [0] {""}
       *[other] , { $failed } failed
    }{ $left ->
        [0] {""}
       *[other] , { $left } not begun
    }
batch-not-made = not made: { $path }
batch-failed-so-far = not made: { $count }
batch-rate = a second
batch-time-left = time left
batch-stopping = stopping as soon as the documents in progress are written; to stop at once, stop it again
batch-stopped = { $left ->
        [one] 1 report was
       *[other] { $left } reports were
    } not begun; to go on: { $command }
batch-stdin = batch cannot read standard input
    .help = give files, folders or patterns; for one report from standard input there is ita-report render -
batch-to-file = { $path } cannot be the place of many documents
    .help = give a folder with -o, as in -o documents; if there is none of this name, it is made
batch-summary-folder = { $path } is a folder, and cannot be the file of the summary
    .help = give the name of a file, as in --summary summary.json
batch-summary-report = { $path } is one of the reports, and was not overwritten
    .help = give the name of another file, as in --summary summary.json
batch-own-index = { $path } is no index of a batch, and was not overwritten
    .help = give another folder with -o, or move the file away first
batch-no-match = no report file matches { $pattern }
    .help = * stands for any letters within a name, ** for any folders; only files that end in .toml and contain a report count
batch-bad-pattern = the pattern { $pattern } is malformed: { $reason }
    .help = * stands for any letters within a name, ** as a whole name for any folders, [ab] for one of the letters; for a [ itself write [[]
batch-templates-time = the templates run for too long with the report { $path }; the batch was ended
    .help = ita-report render { QUOTED($path) } --templates { QUOTED($templates) } shows the place; allow more with --time-limit, and go on with --resume
batch-templates-memory = the templates take too much memory, perhaps with the report { $path }; the batch was ended
    .help = ita-report render { QUOTED($path) } --templates { QUOTED($templates) } shows the place; allow more with --memory-limit, or take fewer --jobs, and go on with --resume
usage-jobs = `{ $value }` cannot be the number of reports at the same time
    .help = write a number from 1, as in --jobs 4, or leave it out for all processors
usage-shard = `{ $value }` is not a part of a batch
    .help = write the number of the part and that of all parts, as in --shard 2/5
usage-shard-range = there is no part { $value }: parts are numbered from 1 to { $of }
    .help = write --shard { $right } for example; a number that counts from 0 needs 1 added
