-- Who came back. Counts by day and first day; a person counts as new in a week (month) on the first day of the week (month) on
-- which there is a session, so that the counts of days can be added up to weeks (months) without counting anybody twice.

-- First day that a customer ordered on; a repeated insert changes nothing.
CREATE TABLE IF NOT EXISTS customers
(
    person    UInt64,
    first_day SimpleAggregateFunction(min, Date)
)
ENGINE = AggregatingMergeTree ORDER BY person;

CREATE TABLE IF NOT EXISTS rollup_retention
(
    day          Date,
    first_day    Date COMMENT 'on which these people were seen first',
    people       UInt64,
    new_in_week  UInt64 COMMENT 'of them, those without a session earlier in the week, which begins on Monday',
    new_in_month UInt64
)
ENGINE = MergeTree PARTITION BY day ORDER BY (day, first_day)
TTL day + INTERVAL 800 DAY;

-- Of `days`, those in `open` from the rows and the others from rollup_sessions. Who was seen earlier in the week or month is
-- looked up in the same way, so a day counts differently once an earlier day of its month has changed.
CREATE OR REPLACE VIEW retention_of_days AS
WITH
    toDate(arrayMin({days:Array(Date)})) AS earliest,
    toDate(arrayMax({days:Array(Date)})) AS latest,
    now_open AS
    (
        SELECT DISTINCT day, person FROM sessions_of_days(days = {open:Array(Date)}) WHERE person != 0
    ),
    seen AS
    (
        SELECT person FROM rollup_sessions
        WHERE day IN {days:Array(Date)} AND day NOT IN {open:Array(Date)} AND person != 0
        UNION ALL
        SELECT person FROM now_open WHERE day IN {days:Array(Date)}
    ),
    visits AS
    (
        SELECT person, first_day, toDate(0) AS day FROM people WHERE person IN (SELECT person FROM seen)
        UNION ALL
        SELECT person, day, day FROM rollup_sessions
        WHERE day BETWEEN least(toMonday(earliest), toStartOfMonth(earliest)) AND latest
          AND day NOT IN {open:Array(Date)} AND person IN (SELECT person FROM seen)
        UNION ALL
        SELECT person, day, day FROM now_open WHERE person IN (SELECT person FROM seen)
    ),
    visitors AS
    (
        SELECT person, min(v.first_day) AS first_day, groupUniqArray(v.day) AS visited FROM visits AS v GROUP BY person
    )
SELECT day, first_day, count() AS people,
       countIf(NOT arrayExists(other -> other < day AND toMonday(other) = toMonday(day), visited)) AS new_in_week,
       countIf(NOT arrayExists(other -> other < day AND toStartOfMonth(other) = toStartOfMonth(day), visited)) AS new_in_month
FROM visitors
ARRAY JOIN arrayIntersect(visited, {days:Array(Date)}) AS day
GROUP BY day, first_day;
