-- The questions that store/official.py asks. `:release` and `:projected` are keys of releases, `:area` and `:code`
-- codes, `:occupation` is an occupation's number. A part in braces stands for the text under that name.

-- {figures}: The columns of wages, by which the row of `missing` stands first.
wage.missing, wage.employment, wage.employment_prse, wage.jobs_per_1000, wage.location_quotient, wage.mean_prse,
    wage.annual_mean, wage.annual_p10, wage.annual_p25, wage.annual_median, wage.annual_p75, wage.annual_p90,
    wage.hourly_mean, wage.hourly_p10, wage.hourly_p25, wage.hourly_median, wage.hourly_p75, wage.hourly_p90,
    wage.only

-- {wages of occupations}: Wages with the names of their occupation and area.
SELECT occupation.code, occupation.title, coalesce(family.title, ''), area.code, {figures}
FROM occupation LEFT JOIN occupation AS family ON family.id = occupation.family
CROSS JOIN wage ON wage.release = (SELECT id FROM release WHERE key = :release) AND wage.occupation = occupation.id
CROSS JOIN area ON area.id = wage.area

-- {entry}: What lists show of an occupation.
SELECT occupation.code, occupation.title, occupation.level, coalesce(family.title, ''),
    coalesce(wage.annual_median, missing.least), CASE WHEN missing.least IS NULL THEN '' ELSE '>=' END,
    projection.employment_change, projection.entry_education
FROM occupation
LEFT JOIN occupation AS family ON family.id = occupation.family
LEFT JOIN wage ON wage.release = (SELECT id FROM release WHERE key = :release) AND wage.occupation = occupation.id
    AND wage.area = (SELECT id FROM area WHERE code = :area)
LEFT JOIN missing ON missing.id = wage.missing
    AND missing.measure = (SELECT id FROM measure WHERE name = 'annual_median')
LEFT JOIN projection ON projection.release = (SELECT id FROM release WHERE key = :projected)
    AND projection.occupation = occupation.id

-- occupation: An occupation by its code.
SELECT occupation.id, occupation.title, occupation.level, coalesce(family.title, '')
FROM occupation LEFT JOIN occupation AS family ON family.id = occupation.family
WHERE occupation.code = :code AND occupation.level <> 'major';

-- wages: Its wages in an area.
SELECT {figures} FROM wage
WHERE release = (SELECT id FROM release WHERE key = :release) AND occupation = :occupation AND area = (SELECT id FROM area WHERE code = :area);

-- marks: What is printed in place of the missing cells of a row, and the least that it stands for.
SELECT measure.name, mark, least FROM missing JOIN measure ON measure.id = missing.measure WHERE missing.id = :missing;

-- projection: Its projection.
SELECT employment_base, employment_target, openings, employment_change, self_employed, entry_education,
    work_experience, on_the_job_training
FROM projection WHERE release = (SELECT id FROM release WHERE key = :release) AND occupation = :occupation;

-- separations: The rates at which its workers leave.
SELECT exit_rate, transfer_rate, separations_rate
FROM separation WHERE release = (SELECT id FROM release WHERE key = :release) AND occupation = :occupation;

-- reason: Why its employment changes, in our words.
SELECT sentence FROM reason
WHERE release = (SELECT id FROM release WHERE key = :release) AND occupation = :occupation;

-- exposure: What AI could assist of it, as a study has it, if both studies have the occupation.
SELECT measure, value, percentile FROM exposure
WHERE release = (SELECT id FROM release WHERE key = :release) AND occupation = :occupation AND percentile IS NOT NULL;

-- people: Age, sex and race of those in its Census code.
SELECT measure, value, census_occupation.code, census_occupation.title, soc
FROM demographic JOIN census_occupation ON census_occupation.id = demographic.census
WHERE release = (SELECT id FROM release WHERE key = :release) AND occupation = :occupation;

-- job zone: Its job zone, when and by whom it was set.
SELECT zone, rated, rater.name FROM job_zone JOIN rater ON rater.id = job_zone.rater
WHERE release = (SELECT id FROM release WHERE key = :release) AND occupation = :occupation;

-- ratings: The highest of each of some kinds, skills first, with all ties; one is left out for its own flag alone.
SELECT kind, title, value, n, standard_error, rated, name FROM (
    SELECT element.id AS element, kind, title, value, n, standard_error, rated, rater.name,
        rank() OVER (PARTITION BY kind ORDER BY value DESC) AS rank
    FROM rating JOIN element ON element.id = rating.element JOIN rater ON rater.id = rating.rater
    WHERE release = (SELECT id FROM release WHERE key = :release) AND occupation = :occupation
        AND scale = 'IM' AND suppressed IS NOT 1 AND not_relevant IS NOT 1 AND instr(:kinds, kind)
) WHERE rank <= :most ORDER BY kind DESC, rank, element;

-- {measures}: Importance and level with their errors; NULL for what O*NET advises to suppress or finds not relevant.
importance.element, CASE WHEN importance.suppressed IS 1 THEN NULL ELSE importance.value END, importance.standard_error,
    CASE WHEN level.suppressed IS 1 OR level.not_relevant IS 1 THEN NULL ELSE level.value END, level.standard_error

-- rated: Every skill or field of knowledge of an occupation with its ratings, in O*NET's order.
SELECT {measures}, element.kind, element.title,
    CASE WHEN level.suppressed IS 1 THEN 'suppressed' WHEN level.not_relevant IS 1 THEN 'not relevant' ELSE '' END,
    importance.rated, rater.name
FROM occupation CROSS JOIN rating AS importance ON importance.occupation = occupation.id AND importance.scale = 'IM'
    AND importance.release = (SELECT id FROM release WHERE key = :release)
JOIN element ON element.id = importance.element AND instr(:kinds, element.kind)
LEFT JOIN rating AS level ON level.release = importance.release AND level.occupation = importance.occupation
    AND level.element = importance.element AND level.scale = 'LV'
JOIN rater ON rater.id = importance.rater
WHERE occupation.code = :code
ORDER BY element.kind DESC, importance.element;

-- measures: The ratings alone of an occupation, of a least importance; its skills and knowledge may be of two releases.
SELECT {measures} FROM rating AS importance
LEFT JOIN rating AS level ON level.release = importance.release AND level.occupation = importance.occupation
    AND level.element = importance.element AND level.scale = 'LV'
WHERE importance.release = (SELECT id FROM release WHERE key = :release) AND importance.scale = 'IM'
    AND importance.occupation = (SELECT id FROM occupation WHERE code = :code) AND importance.value >= :least
    AND (:kinds = 'skills knowledge' OR instr(:kinds, (SELECT kind FROM element WHERE id = importance.element)));

-- required education: The levels of education said to be required, most often first, those to be suppressed included.
SELECT education_level.title, share, n, standard_error, rated, rater.name, suppressed
FROM education JOIN education_level ON education_level.id = education.level JOIN rater ON rater.id = education.rater
WHERE release = (SELECT id FROM release WHERE key = :release) AND occupation = :occupation AND share > 0
ORDER BY share DESC, level;

-- interests: How well each kind of interest fits, the best first, then its high points in order.
SELECT element.code, element.title, scale, value, rated, rater.name
FROM rating JOIN element ON element.id = rating.element JOIN rater ON rater.id = rating.rater
WHERE release = (SELECT id FROM release WHERE key = :release) AND occupation = :occupation AND kind = 'interests'
ORDER BY scale = 'IH', CASE scale WHEN 'OI' THEN -value END, element.id;

-- tasks: What its work consists of, core tasks first, in O*NET's order.
SELECT statement, task.kind, n, rated, rater.name FROM task JOIN rater ON rater.id = task.rater
WHERE release = (SELECT id FROM release WHERE key = :release) AND occupation = :occupation
ORDER BY task.kind <> 'Core', task.rank;

-- related: The occupations most related to it, nearest first.
SELECT occupation.code, occupation.title, related.tier
FROM related JOIN occupation ON occupation.id = related.related
WHERE release = (SELECT id FROM release WHERE key = :release) AND related.occupation = :occupation
    AND related.rank <= :most ORDER BY related.rank;

-- alike: The occupations that O*NET lists as related to one, and our nearest ten, with their ranks.
SELECT 'onet' AS kind, related.rank, other.code FROM occupation AS one
JOIN related ON related.release = (SELECT id FROM release WHERE key = :release) AND related.occupation = one.id
JOIN occupation AS other ON other.id = related.related
WHERE one.code = :code
UNION ALL SELECT 'nearest', nearest.rank, other.code FROM occupation AS one
JOIN nearest ON nearest.occupation = one.id AND nearest.rank <= 10
JOIN occupation AS other ON other.id = nearest.other
WHERE one.code = :code ORDER BY kind DESC, rank;

-- steps: The steps by likeness, packed, with their weights or gaps.
SELECT codes, counts, starts, CASE :measure WHEN 'gap' THEN gaps ELSE weights END FROM alike;

-- medians: The yearly median of every detailed occupation in an area, or the least that it is.
SELECT occupation.code, occupation.title, coalesce(wage.annual_median, missing.least),
    CASE WHEN missing.least IS NULL THEN '' ELSE '>=' END, wage.mean_prse
FROM occupation
CROSS JOIN wage ON wage.release = (SELECT id FROM release WHERE key = :release) AND wage.occupation = occupation.id
    AND wage.area = (SELECT id FROM area WHERE code = :area)
LEFT JOIN missing ON missing.id = wage.missing
    AND missing.measure = (SELECT id FROM measure WHERE name = 'annual_median')
WHERE occupation.level = 'detailed' AND coalesce(wage.annual_median, missing.least) IS NOT NULL;

-- technologies: Its technologies in demand, then those hot in all occupations.
SELECT element.title, in_demand, hot FROM technology JOIN element ON element.id = technology.element
WHERE release = (SELECT id FROM release WHERE key = :release) AND occupation = :occupation AND (in_demand OR hot)
ORDER BY in_demand DESC, lower(element.title), element.title;

-- every technology: All technologies of an occupation, those in demand first, then those hot in all occupations.
SELECT element.title, in_demand, hot
FROM occupation CROSS JOIN technology ON technology.release = (SELECT id FROM release WHERE key = :release)
    AND technology.occupation = occupation.id
JOIN element ON element.id = technology.element
WHERE occupation.code = :code ORDER BY in_demand DESC, hot DESC, lower(element.title), element.title;

-- wages of all: The wages of every detailed occupation in an area, by code.
{wages of occupations}
WHERE wage.area = (SELECT id FROM area WHERE code = :area) AND occupation.level = 'detailed' ORDER BY occupation.id;

-- entries: What lists show of every detailed occupation and specialty, by code.
{entry}
WHERE occupation.level IN ('detailed', 'specialty') ORDER BY occupation.id;

-- some entries: What lists show of some codes, given as JSON.
{entry}
WHERE occupation.code IN (SELECT value FROM json_each(:codes)) ORDER BY occupation.id;

-- titles: Every occupation that can be named, specialties last.
SELECT code, title, level FROM occupation WHERE level <> 'major' ORDER BY level = 'specialty', id;

-- codes: The codes of the same by number.
SELECT id, code FROM occupation WHERE level <> 'major';

-- parts: The occupations that O*NET rates in place of one.
SELECT part.code, part.title FROM part AS listed JOIN occupation AS part ON part.id = listed.part
WHERE listed.occupation = (SELECT id FROM occupation WHERE code = :code) ORDER BY part.id;

-- {area}: An area of OEWS, and the area whose price parity holds there.
SELECT area.code, area.kind, area.title, area.states, coalesce(price.code, '')
FROM area LEFT JOIN area AS price ON price.id = area.price_area
WHERE area.kind <> 'portion'

-- areas: Every area of OEWS, the nation first.
{area} ORDER BY area.id;

-- area: The area of a code.
{area} AND area.code = :code;

-- wages by area: The wages of an occupation in every area of a kind, or in all where the kind is empty.
{wages of occupations}
WHERE occupation.code = :code AND (:kind = '' OR area.kind = :kind) ORDER BY wage.area;

-- wages of all areas by the year: The wages of every occupation in every area, by their numbers, as a record has them.
SELECT occupation, area, missing, employment, employment_prse, mean_prse,
    annual_mean, annual_p10, annual_p25, annual_median, annual_p75, annual_p90
FROM wage WHERE release = (SELECT id FROM release WHERE key = :release) ORDER BY release, occupation, area;

-- wages of all areas by the hour: The same by the hour.
SELECT occupation, area, missing, employment, employment_prse, mean_prse,
    hourly_mean, hourly_p10, hourly_p25, hourly_median, hourly_p75, hourly_p90
FROM wage WHERE release = (SELECT id FROM release WHERE key = :release) ORDER BY release, occupation, area;

-- detailed occupations: Number, code and title of every detailed occupation.
SELECT id, code, title FROM occupation WHERE level = 'detailed';

-- area codes: The code of every area, by number.
SELECT id, code FROM area;

-- wages by industry: The wages of an occupation in every industry of the nation, a sector before its finer ones.
SELECT industry.code, industry.title, industry.level, {figures}
FROM (SELECT *, NULL AS jobs_per_1000, NULL AS location_quotient FROM industry_wage) AS wage
CROSS JOIN industry ON industry.id = wage.industry
WHERE wage.release = (SELECT id FROM release WHERE key = :release)
    AND wage.occupation = (SELECT id FROM occupation WHERE code = :code)
ORDER BY industry.code;

-- parities: The price parity of every area of OEWS in a year.
SELECT area.code, price.code, price.title, price_parity.parity
FROM area CROSS JOIN area AS price ON price.id = area.price_area
JOIN price_parity ON price_parity.release = (SELECT id FROM release WHERE key = :release) AND price_parity.area = price.id
    AND price_parity.year = :year
WHERE area.kind <> 'portion' ORDER BY area.id;

-- parity: The price parity of one area in every year.
SELECT price_parity.year, price.code, price.title, price_parity.parity
FROM area JOIN area AS price ON price.id = area.price_area
JOIN price_parity ON price_parity.release = (SELECT id FROM release WHERE key = :release) AND price_parity.area = price.id
WHERE area.code = :area ORDER BY price_parity.year;

-- price indexes: The consumer price index of one month of every year.
SELECT month / 100, value FROM cpi WHERE release = (SELECT id FROM release WHERE key = :release) AND month % 100 = :month ORDER BY month;

-- top places: The places of a kind with the highest medians, at least 100 jobs and a mean's error of at most 10 %.
SELECT area.title, wage.annual_median, wage.mean_prse
FROM wage CROSS JOIN area ON area.id = wage.area
WHERE wage.release = (SELECT id FROM release WHERE key = :release) AND wage.occupation = :occupation
    AND area.kind = :kind AND wage.employment >= 100 AND wage.mean_prse <= 100 AND wage.annual_median IS NOT NULL
ORDER BY wage.annual_median DESC LIMIT :most;

-- capped places: How many places of a kind have a median at the publisher's limit.
SELECT count(*)
FROM wage CROSS JOIN area ON area.id = wage.area
CROSS JOIN measure ON measure.name = 'annual_median'
CROSS JOIN missing ON missing.id = wage.missing AND missing.measure = measure.id
WHERE wage.release = (SELECT id FROM release WHERE key = :release) AND wage.occupation = :occupation
    AND area.kind = :kind AND wage.annual_median IS NULL AND missing.least IS NOT NULL;

-- alike titles: The titles with a key, of which occupation, and whose list each is on.
SELECT occupation.id, occupation.level, title.list, occupation.code, title.title,
    coalesce(release.series || ' ' || release.release, '')
FROM title_key CROSS JOIN title ON title.id = title_key.title
CROSS JOIN occupation ON occupation.id = title.occupation
LEFT JOIN release ON release.id = title.release
WHERE title_key.key = :key;

-- words between: The words of titles between two, of some lengths, and in how many titles each is.
SELECT word, titles FROM title_word
WHERE word >= :first AND word < :last AND length(word) BETWEEN :shortest AND :longest;

-- words among: Those of some words, given as JSON, that are in titles, and in how many.
SELECT word, titles FROM title_word WHERE word IN (SELECT value FROM json_each(:words));

-- votes: How often a term is in the titles of each occupation, and in all titles.
SELECT title_vote.occupation, title_vote.votes, title_term.votes
FROM title_term CROSS JOIN title_vote ON title_vote.term = title_term.id WHERE title_term.term = :term;

-- votes for all: How many titles and terms each occupation has.
SELECT occupation, titles, votes FROM title_total;

-- named: Code and title of some occupations, given by their numbers as JSON.
SELECT id, code, title FROM occupation WHERE id IN (SELECT value FROM json_each(:numbers));

-- terms of: How many of some terms, given as JSON, are in the titles of an occupation.
SELECT count(*) FROM json_each(:terms) CROSS JOIN title_term ON title_term.term = json_each.value
CROSS JOIN title_vote ON title_vote.term = title_term.id
    AND title_vote.occupation = (SELECT id FROM occupation WHERE code = :code);

-- zones: The number and job zone of every occupation that O*NET rates.
SELECT occupation, zone FROM job_zone WHERE release = (SELECT id FROM release WHERE key = :release) ORDER BY occupation;

-- ratings of all: Every occupation, and names and hundredths of its ratings of a kind on a scale, as JSON: it is read in half the time.
SELECT occupation, json_group_object(element.title, value) FROM rating JOIN element ON element.id = rating.element
WHERE release = (SELECT id FROM release WHERE key = :release) AND kind = :kind AND scale = :scale
GROUP BY occupation;

-- activity stems: Every occupation, and stems and counts of the words of its work activities, as JSON.
SELECT occupation, json_group_object(stem.stem, count) FROM activity_stem JOIN stem ON stem.id = activity_stem.stem
WHERE release = (SELECT id FROM release WHERE key = :release) GROUP BY occupation;

-- titles of all: Every title.
SELECT title FROM title;

-- title terms: Every occupation, and terms and votes of its titles, as JSON.
SELECT occupation, json_group_object(title_term.term, title_vote.votes) FROM title_vote
JOIN title_term ON title_term.id = title_vote.term GROUP BY occupation;

-- nearest: The occupations nearest to one, nearest first, their tier in O*NET's list and the two strongest reasons.
SELECT other.code, other.title, coalesce(related.tier, ''), nearest.similarity, first.kind, first.words, second.kind,
    second.words
FROM occupation AS one CROSS JOIN nearest ON nearest.occupation = one.id
CROSS JOIN occupation AS other ON other.id = nearest.other
CROSS JOIN likeness AS first ON first.id = nearest.first_reason
LEFT JOIN likeness AS second ON second.id = nearest.second_reason
LEFT JOIN related ON related.release = (SELECT id FROM release WHERE key = :release) AND related.occupation = one.id
    AND related.related = nearest.other
WHERE one.code = :code ORDER BY nearest.rank;

-- skills named: What O*NET rates or lists by some names, given as JSON, and by which.
SELECT element_name.name, element.id, kind, title
FROM json_each(:names) CROSS JOIN element_name ON element_name.name = json_each.value
CROSS JOIN element ON element.id = element_name.element;

-- skills with: What O*NET rates or lists whose name has a text in it, which is lower case.
SELECT id, kind, title FROM element
WHERE instr(lower(title), :part) AND kind IN ('skills', 'knowledge', 'technologies');

-- skills like: Names of the same with a word that begins with a letter.
SELECT lower(title) FROM element
WHERE kind IN ('skills', 'knowledge', 'technologies') AND (lower(title) GLOB :letter || '*' OR lower(title) GLOB '* ' || :letter || '*');

-- listed by: The occupations that list any of some technologies, given by number as JSON; those in demand first.
SELECT occupation.code, technology.element, in_demand
FROM technology JOIN occupation ON occupation.id = technology.occupation
WHERE technology.release = (SELECT id FROM release WHERE key = :release)
    AND technology.element IN (SELECT value FROM json_each(:elements)) ORDER BY in_demand DESC, technology.element;

-- often listed: Those of some technologies, given by number as JSON, that at least so many occupations list.
SELECT element FROM technology
WHERE release = (SELECT id FROM release WHERE key = :release) AND element IN (SELECT value FROM json_each(:elements))
GROUP BY element HAVING count(*) >= :least;

-- technologies listed: How many technologies each occupation lists.
SELECT occupation.code, technologies
FROM technology_total JOIN occupation ON occupation.id = technology_total.occupation
WHERE release = (SELECT id FROM release WHERE key = :release);

-- important in: The occupations in which some elements of some kinds, given by number as JSON, are important, which, and how.
SELECT occupation.code, rating.element, rating.value
FROM occupation CROSS JOIN json_each(:elements)
CROSS JOIN rating ON rating.release = (SELECT id FROM release WHERE key = :release)
    AND rating.occupation = occupation.id AND rating.element = json_each.value AND rating.scale = 'IM'
CROSS JOIN element ON element.id = rating.element AND instr(:kinds, element.kind)
WHERE rating.value >= :least AND rating.suppressed IS NOT 1 ORDER BY rating.value;

-- occupations rated: How many occupations have ratings of skills.
SELECT occupations FROM rated_total WHERE release = (SELECT id FROM release WHERE key = :release);

-- job zones: The job zone of every occupation that has one.
SELECT occupation.code, zone FROM job_zone JOIN occupation ON occupation.id = job_zone.occupation
WHERE release = (SELECT id FROM release WHERE key = :release);

-- high points: The kinds of interest that fit an occupation best, up to three, as hundreds from 1 to 6, of all.
SELECT occupation.code, rating.value
FROM occupation CROSS JOIN rating ON rating.release = (SELECT id FROM release WHERE key = :release)
    AND rating.occupation = occupation.id AND rating.scale = 'IH'
WHERE rating.value > 0;
