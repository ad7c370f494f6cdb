#!/usr/bin/env bash
# SPDX-FileCopyrightText: 2026 Patronat contributors
# SPDX-License-Identifier: GPL-3.0-or-later
# run-demo.sh TOOL SHOTS OUT: the work of a region without a screen: patronatctl from the shell, and the real windows driven
# by input events. Makes the region when there is none of this program and profile, merges its offices, enters a
# family, prints the papers, lets two offices disagree, counts, takes the pictures; proves each of these, and writes
# OUT/index.html. What the same program has done to the same region before is not done again. Called by `./dev run`.
set -euo pipefail
export LC_ALL=C.UTF-8
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
tool=${1:?usage: run-demo.sh TOOL SHOTS OUT}
shots=${2:?usage: run-demo.sh TOOL SHOTS OUT}
out=${3:?usage: run-demo.sh TOOL SHOTS OUT}

families=${PATRONAT_FAMILIES:-1500}
offices=${PATRONAT_OFFICES:-45}
seed=${PATRONAT_SEED:-1}
profile=ru-ta
period=2016
supervisor_code=16
district_code=16-01

mkdir -p "$out"
out=$(cd "$out" && pwd)
region=$out/region
batches=$out/batches
work=$out/work
papers=$out/papers
tables=$out/tables
pictures=$out/pictures
desk=$out/desk
key=$region/demo.institution-key
log=$out/run.log
: >"$log"

doing="starting"
began=$SECONDS
step() {
    doing=$*
    printf '== %s\n' "$doing"
}
say_where_it_failed() {
    if [ -n "${pictures_pid:-}" ] && kill -0 "$pictures_pid" 2>/dev/null; then
        kill "$pictures_pid"
    fi
    [ "$1" -eq 0 ] || printf 'run-demo: failed while: %s (see %s)\n' "$doing" "$log" >&2
}
trap 'say_where_it_failed $?' EXIT
fail() {
    printf 'run-demo: %s\n' "$*" >&2
    exit 1
}

# What the tool says goes to the log; what a step needs comes from a --json answer.
ctl() {
    printf '+ patronatctl %s\n' "$*" >>"$log"
    "$tool" "$@" 2> >(tee -a "$log" >&2)
}
quietly() { ctl "$@" >>"$log"; }

# json_all KEY < TEXT: the values under the named key, wherever it stands, one a line and in the order of the text.
json_all() {
    perl -MJSON::PP -CS -e '
        my ($key) = @ARGV; local $/; my $json = JSON::PP->new->canonical->allow_nonref;
        sub walk {
            my ($node) = @_;
            if (ref $node eq "HASH") {
                if (exists $node->{$key}) {
                    my $value = $node->{$key};
                    print ref $value ? $json->encode($value) : defined $value ? $value : "", "\n";
                }
                walk($node->{$_}) for sort grep { $_ ne $key } keys %$node;
            } elsif (ref $node eq "ARRAY") { walk($_) for @$node; }
        }
        binmode STDIN, ":raw"; walk($json->utf8->decode(scalar <STDIN>)); $json->utf8(0);' "$1"
}
json() { json_all "$1" | sed -n 1p; }
# taken < REPORT: how many batches of a merge report were not refused.
taken() {
    perl -MJSON::PP -e 'local $/; my $report = JSON::PP->new->utf8->decode(scalar <STDIN>);
        print scalar(grep { !defined $_->{rejected} } @{$report->{batches}}), "\n";'
}
html() { sed -e 's/&/\&amp;/g' -e 's/</\&lt;/g' -e 's/>/\&gt;/g' -e 's/"/\&quot;/g'; }
digest() { ctl digest --db "$1" | grep -Eom1 '[0-9a-f]{64}' || fail "no digest of $1"; }

# --- the region -----------------------------------------------------------------------------------

# The same program, profile and arguments make the same region: then it is used again.
stamp() {
    "$tool" --version 2>/dev/null | sed -n 1p
    sha256sum <"$tool"
    (cd "$root/resources/profiles" && find . -type f -print0 | sort -z | xargs -0 sha256sum) | sha256sum
    printf '%s %s %s\n' "$families" "$offices" "$seed"
}

make_region() {
    local now
    now=$(stamp)
    if [ -f "$out/region.stamp" ] && [ "$(cat "$out/region.stamp")" = "$now" ]; then
        step "The demonstration region is there already: $families families, $offices offices"
        return
    fi
    step "Making a demonstration region: $families invented families, $offices offices (the first time only)"
    rm -rf "$out/region.stamp" "$region" "$batches" "$desk"
    mkdir -p "$batches"
    quietly demo --families "$families" --offices "$offices" --seed "$seed" --out "$region"
    step "Writing each office's batch, as it would go on a stick"
    local database name
    for database in "$region"/office-*.db; do
        name=$(basename "$database" .db)
        # From a copy: the region stays as it was made, with the last exchange of its own years.
        rm -f "$work"/from.db*
        cp "$database" "$work/from.db"
        quietly export --db "$work/from.db" --all --to "$batches/$name.patronat-batch"
    done
    printf '%s\n' "$now" >"$out/region.stamp"
}

merge_offices() {
    step "Merging the batches of all offices into a new supervisor's database"
    local started=$SECONDS
    supervisor=$work/supervisor.db
    quietly init --db "$supervisor" --profile "$profile" --office "$supervisor_code" \
        --name "Республика (учебные данные)" --kind supervisor --institution "$key"
    ctl merge --db "$supervisor" --json "$batches"/office-*.patronat-batch >"$work/merge.json"
    merge_seconds=$((SECONDS - started))
    merged=$(taken <"$work/merge.json")
    [ "$merged" -eq "$offices" ] || fail "$merged batches, not $offices"
    merged_digest=$(digest "$supervisor")
    region_digest=$(digest "$region/region.db")
    [ "$merged_digest" = "$region_digest" ] ||
        fail "digests differ: merged here $merged_digest, region.db $region_digest"
}

# --- a family, entered in an office ---------------------------------------------------------------

declare -A id

# Each file of resources/demo/visit is one record, "NN-name.type.json"; @name@ in it is the id of a record
# entered before, @territory@ the district.
enter_family() {
    step "Entering a family with its programme in a district's office"
    office=$work/office.db
    quietly init --db "$office" --profile "$profile" --office "$district_code" \
        --name "Отделение (учебные данные)" --kind office --institution "$key"
    id[territory]=$(ctl list territory --db "$office" --where "code = '$district_code'" --json | json id)
    local file name type text other answer
    entered=0
    for file in "$root"/resources/demo/visit/*.json; do
        name=$(basename "$file" .json)
        type=${name##*.}
        name=${name%.*}
        name=${name#*-}
        text=$(<"$file")
        for other in "${!id[@]}"; do
            text=${text//"@$other@"/${id[$other]}}
        done
        answer=$(printf '%s\n' "$text" | ctl put "$type" --db "$office" --json)
        id[$name]=$(printf '%s' "$answer" | json id)
        [ -n "${id[$name]}" ] || fail "put $type ($file) gave no id"
        entered=$((entered + 1))
    done
    ctl get family "${id[family]}" --db "$office" --json >"$tables/family.json"
    ctl get programme "${id[programme]}" --db "$office" --json >"$tables/programme.json"
}

# --- two offices change one field at the same time ------------------------------------------------

change_due() { # DATABASE DATE: as a form does, with the heads it was filled with
    local heads
    heads=$(ctl get measure "${id[measure]}" --db "$1" --json | json heads | tr -d '[]" ')
    printf '{"due": "%s"}\n' "$2" | quietly put measure --id "${id[measure]}" --base "$heads" --db "$1"
}

exchange() { # FROM TO
    local file
    file=$work/$(basename "$1" .db)-to-$(basename "$2" .db).patronat-batch
    rm -f "$file"
    quietly export --db "$1" --all --to "$file"
    quietly merge --db "$2" "$file"
}

disagree() {
    step "Two offices change the same field of the same measure at the same time"
    secretary=$work/secretary.db
    first_value=2027-03-12
    second_value=2027-04-02
    quietly init --db "$secretary" --profile "$profile" --office "$district_code" \
        --name "Секретарь (учебные данные)" --kind secretary --institution "$key"
    exchange "$office" "$secretary"
    change_due "$office" "$first_value"
    change_due "$secretary" "$second_value"
    exchange "$office" "$secretary"
    exchange "$secretary" "$office"
    local database listed value
    for database in "$office" "$secretary"; do
        listed=$tables/conflicts-$(basename "$database" .db).json
        ctl conflicts list --db "$database" --json >"$listed"
        for value in "$first_value" "$second_value"; do
            grep -qF "$value" "$listed" || fail "the conflict of $database does not hold $value"
        done
    done
    office_digest=$(digest "$office")
    [ "$office_digest" = "$(digest "$secretary")" ] || fail "the two offices differ after the exchange"
    shown_value=$(ctl get measure "${id[measure]}" --db "$office" --json | json due)
    [ "$shown_value" = "$(ctl get measure "${id[measure]}" --db "$secretary" --json | json due)" ] ||
        fail "the two offices show different values"
}

# --- papers and tables ----------------------------------------------------------------------------

print_papers() {
    step "Printing a signed protocol of a consilium, and an extract of it"
    local longest="SELECT item.meeting FROM agendaItem item JOIN meeting m ON m.id = item.meeting
        WHERE m.life = 'signed' GROUP BY item.meeting ORDER BY count(*) DESC, item.meeting LIMIT 1"
    local meeting item
    meeting=$(ctl list meeting --db "$supervisor" --where "id = ($longest)" --limit 1 --json | json id)
    [ -n "$meeting" ] || fail "the region holds no signed protocol"
    item=$(ctl list agendaItem --db "$supervisor" --where "meeting = x'$meeting'" --limit 1 --json | json id)
    quietly print protocol "$meeting" --db "$supervisor" --to "$papers/protocol.pdf"
    quietly print protocol "$meeting" --db "$supervisor" --to "$papers/protocol.odt"
    quietly print extract "$item" --db "$supervisor" --to "$papers/extract.pdf"
    pdftoppm -r 70 -png "$papers/protocol.pdf" "$papers/protocol"
    pdftoppm -r 70 -png "$papers/extract.pdf" "$papers/extract"
}

count_indicators() {
    step "Counting table VII of the region"
    local kind
    for kind in html xlsx csv json; do
        quietly report table-vii --db "$supervisor" --period "$period" --to "$tables/table-vii.$kind"
    done
    row_one=$(grep -m1 -E '^"?1\."?[;,]' "$tables/table-vii.csv") || fail "table VII has no row 1"
    # Every family of the region was in support when the programme began.
    printf '%s' "$row_one" | grep -qE "(^|[;,\"])$families([;,\"]|\$)" ||
        fail "row 1 of table VII does not begin with $families families: $row_one"
}

# --- the windows ----------------------------------------------------------------------------------

# What stop of the walk is shown, in both languages; the order is that of the page.
stops() {
    cat <<'TEXT'
01-today|Сегодня: что просрочено, что скоро, что не дописано|Today: what is late, what is due, what was left unfinished
02-families|Семьи|Families
03-search|Поиск, пока набирают|Search while one types
04-case|Дело семьи|The case of a family
05-family-card|Карта семьи|The family's card
06-registration|Регистрационная карта|The registration card
07-children|Карта ребёнка|The card of a child
08-programme|Программа с мероприятиями|The programme with its measures
09a-documents|Документы дела|The documents of a case
09b-course|Ход дела: что может быть дальше и чего не хватает|The way of the case: what may come next and what is missing
10-timeline|История дела|What was done in the case
20-new-family|Новая семья|A new family
21-typed|Набрано, ещё не сохранено|Typed and not saved yet
22-saved|Сохранено|Saved
30-programmes|Программы|Programmes
31-meetings|Заседания|Meetings
32-meeting|Заседание и повестка|A meeting and its agenda
32a-attendance|Явка и кворум|Attendance and quorum
32b-protocol|Протокол, как он будет напечатан|The protocol as it will be printed
35-no-quorum|Кворума нет|There is no quorum
36-families|Семьи в повестку|Families for the agenda
37-voted|Голосование|The vote
38-decision|Решение|The decision
34-exchange|Обмен|Exchange
35-looked-at|Что в файлах с носителя: ничего ещё не принято|What the files on a stick hold: nothing is taken in yet
36-taken-in|Принято|Taken in
50-conflict-overview|Дело с разночтением|A case with a difference
51-conflict|Поле, заполненное в двух местах по-разному|A field filled differently in two places
52-differences|Разночтения|Differences
53-findings|Замечания|Findings
54-written|Файл для другого подразделения записан|The file for another office is written
33-administration|Управление|Administration
40-others-near|Посторонние рядом: имена скрыты|Others are near: names are masked
41-hidden|Всё скрыто одной клавишей|Everything hidden by one key
TEXT
}

picture_stamp() {
    cat "$out/region.stamp"
    sha256sum <"$shots"
}

start_pictures() {
    pictures_pid=""
    if [ -f "$out/pictures.stamp" ] && [ "$(cat "$out/pictures.stamp")" = "$(picture_stamp)" ]; then
        step "The pictures of the windows are there already"
        return
    fi
    step "Driving the windows by key presses, in Russian and English, beside the rest (the first time only: one to three minutes)"
    rm -rf "$out/pictures.stamp" "$pictures"
    mkdir -p "$pictures"
    QT_QPA_PLATFORM=offscreen "$shots" "$root/resources/profiles/$profile" "$pictures" --region "$region" --only ru,en \
        >>"$out/pictures.log" 2>&1 &
    pictures_pid=$!
}

finish_pictures() {
    if [ -n "$pictures_pid" ]; then
        step "Waiting for the last pictures"
        wait "$pictures_pid" || fail "the windows could not be driven (see $out/pictures.log)"
        pictures_pid=""
        picture_stamp >"$out/pictures.stamp"
    fi
    picture_count=$(find "$pictures" -name '*.png' | wc -l)
    local stop
    for stop in ru-01-today ru-08-programme en-04-case en-51-conflict; do
        [ -s "$pictures/$stop.png" ] || fail "the picture $stop is missing"
    done
}

prepare_desk() { # what `./dev run` opens where there is a display: a copy, so that the region stays as it is
    [ -f "$desk/office.db" ] && return
    mkdir -p "$desk"
    local office=$region/office-44.db # a town's: the most families
    [ -f "$office" ] || office=$region/office-01.db
    cp "$office" "$desk/office.db"
}

# --- what is left to look at ----------------------------------------------------------------------

figures() { # NAME: the pages of a paper, in order
    local picture
    find "$papers" -name "$1-*.png" -printf '%f\n' | sort -V | while read -r picture; do
        printf '<a href="papers/%s"><img src="papers/%s" alt="%s"></a>\n' "$picture" "$picture" "$picture"
    done
}

windows() { # LANGUAGE
    local stop ru en words
    while IFS='|' read -r stop ru en; do
        [ -s "$pictures/$1-$stop.png" ] || continue
        [ "$1" = ru ] && words=$ru || words=$en
        printf '<figure><a href="pictures/%s-%s.png"><img src="pictures/%s-%s.png" alt="%s" loading="lazy"></a><figcaption>%s</figcaption></figure>\n' \
            "$1" "$stop" "$1" "$stop" "$words" "$words"
    done < <(stops)
}

section() { # LANGUAGE; the texts come by name from the caller
    cat <<HTML
<section lang="$1">
<h1>$t_title</h1>
<p>$t_invented</p>
<h2>$t_proved</h2>
<table>
<tr><td>$t_merged</td><td>$merged</td></tr>
<tr><td>$t_digests</td><td><code>$merged_digest</code></td></tr>
<tr><td>$t_conflict</td><td>$first_value / $second_value ($t_shown $shown_value)</td></tr>
<tr><td>$t_row</td><td>$(printf '%s' "$row_one" | html)</td></tr>
</table>
<h2>$t_windows</h2>
<div class="windows">$(windows "$1")</div>
<h2>$t_table</h2>
<p><a href="tables/table-vii.xlsx">XLSX</a> · <a href="tables/table-vii.csv">CSV</a> · <a href="tables/table-vii.json">JSON</a></p>
<iframe src="tables/table-vii.html" title="$t_table"></iframe>
<h2>$t_protocol</h2>
<p><a href="papers/protocol.pdf">PDF</a> · <a href="papers/protocol.odt">ODT</a></p>
<div class="pages">$(figures protocol)</div>
<h2>$t_extract</h2>
<p><a href="papers/extract.pdf">PDF</a></p>
<div class="pages">$(figures extract)</div>
<h2>$t_family</h2>
<p>$t_entered: $entered</p>
<details><summary>$t_card</summary><pre>$(html <"$tables/family.json")</pre></details>
<details><summary>$t_programme</summary><pre>$(html <"$tables/programme.json")</pre></details>
<h2>$t_disagree</h2>
<details open><summary>$t_both</summary><pre>$(html <"$tables/conflicts-office.json")</pre></details>
</section>
HTML
}

russian() {
    local t_title="Патронат: работа одного региона" t_proved="Что доказано" t_shown="показано" \
        t_invented="Учебные данные: все люди и семьи вымышлены." \
        t_merged="Объединено подразделений" t_digests="Одинаковый отпечаток у объединённой базы и у базы региона" \
        t_conflict="Одно поле изменено в двух местах: сохранены оба значения" t_row="Строка 1 таблицы VII" \
        t_table="Таблица VII: индикаторы" t_protocol="Протокол консилиума" t_extract="Выписка из протокола" \
        t_family="Семья и её программа" t_entered="Введено записей" t_card="Карта семьи" t_programme="Программа" \
        t_windows="Окна программы: управлялись нажатиями клавиш" t_disagree="Спорное поле" t_both="Что видит каждое из двух подразделений"
    section ru
}

english() {
    local t_title="Patronat: the work of one region" t_proved="What was proved" t_shown="shown:" \
        t_invented="Training data: all people and families are invented." \
        t_merged="Offices merged" t_digests="Equal digests of the merged database and the region's" \
        t_conflict="One field changed in two places: both values are kept" t_row="Row 1 of table VII" \
        t_table="Table VII: indicators" t_protocol="Protocol of a consilium" t_extract="Extract of a protocol" \
        t_family="A family and its programme" t_entered="Records entered" t_card="The family's card" t_programme="Programme" \
        t_windows="The windows, driven by input events" t_disagree="The field in conflict" t_both="What each of the two offices sees"
    section en
}

write_index() {
    step "Writing the page to look at"
    {
        cat <<'HTML'
<!DOCTYPE html>
<html lang="ru">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Патронат · Patronat</title>
<style>
body { font: 16px/1.5 "Liberation Sans", "DejaVu Sans", sans-serif; margin: 0 auto; max-width: 70rem; padding: 1rem; color: #222; }
table { border-collapse: collapse; } td { border: 1px solid #bbb; padding: .3rem .6rem; vertical-align: top; }
iframe { width: 100%; height: 30rem; border: 1px solid #bbb; }
.pages { display: flex; flex-wrap: wrap; gap: 1rem; } .pages img { width: 20rem; border: 1px solid #bbb; }
.windows { display: grid; grid-template-columns: repeat(auto-fill, minmax(32rem, 1fr)); gap: 1rem; }
figure { margin: 0; } figure img { width: 100%; border: 1px solid #bbb; } figcaption { color: #555; font-size: .9rem; }
pre { overflow-x: auto; background: #f5f5f5; padding: .6rem; } code { overflow-wrap: anywhere; }
label { margin-right: 1rem; cursor: pointer; }
#ru:checked ~ section[lang=en], #en:checked ~ section[lang=ru] { display: none; }
</style>
</head>
<body>
<input type="radio" name="language" id="ru" checked><label for="ru">Русский</label>
<input type="radio" name="language" id="en"><label for="en">English</label>
HTML
        russian
        english
        printf '</body>\n</html>\n'
    } >"$out/index.html"
}

say_what_was_proved() {
    printf '\nProved in %d s:\n' "$((SECONDS - began))"
    printf '  offices merged        %d of %d (%d s)\n' "$merged" "$offices" "$merge_seconds"
    printf '  digests equal         %s\n' "$merged_digest"
    printf '  one conflict          measure.due: %s and %s; both offices show %s, digest %s…\n' \
        "$first_value" "$second_value" "$shown_value" "${office_digest:0:16}"
    printf '  table VII, row 1      %s\n' "$row_one"
    printf '  windows driven        %d pictures, in Russian and English\n' "$picture_count"
    printf '\nLook at  %s\nPapers   %s\nTables   %s\n' "$out/index.html" "$papers" "$tables"
}

rm -rf "$work" "$papers" "$tables"
mkdir -p "$work" "$papers" "$tables"
make_region
start_pictures
merge_offices
enter_family
disagree
print_papers
count_indicators
finish_pictures
prepare_desk
write_index
say_what_was_proved
