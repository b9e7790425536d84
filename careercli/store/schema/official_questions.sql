-- The questions that store/official.py asks. `:release` and `:projected` are keys of releases, `:area` and `:code`
-- codes, `:occupation` is an occupation's number.

-- occupation: An occupation by its code.
SELECT occupation.id, occupation.title, occupation.level, coalesce(family.title, '')
FROM occupation LEFT JOIN occupation AS family ON family.id = occupation.family
WHERE occupation.code = :code AND occupation.level <> 'major';

-- wages: Its wages in an area.
SELECT wage.employment, wage.employment_prse, wage.mean_prse, wage.annual_mean, wage.annual_p10, wage.annual_p25,
    wage.annual_median, wage.annual_p75, wage.annual_p90, wage.hourly_mean, wage.hourly_p10, wage.hourly_p25,
    wage.hourly_median, wage.hourly_p75, wage.hourly_p90,
    wage.only FROM wage WHERE release = (SELECT id FROM release WHERE key = :release) AND occupation = :occupation
    AND area = (SELECT id FROM area WHERE code = :area);

-- marks: The marks printed in place of its wages, and the least that they stand for.
SELECT measure.name, mark, least FROM missing JOIN measure ON measure.id = missing.measure
WHERE release = (SELECT id FROM release WHERE key = :release) AND occupation = :occupation AND area = (SELECT id
    FROM area WHERE code = :area);

-- projection: Its projection.
SELECT employment_base, employment_target, openings, employment_change, self_employed, entry_education,
    work_experience, on_the_job_training FROM projection
WHERE release = (SELECT id FROM release WHERE key = :release) AND occupation = :occupation;

-- job zone: Its job zone, when and by whom it was set.
SELECT zone, rated, rater.name FROM job_zone JOIN rater ON rater.id = job_zone.rater
WHERE release = (SELECT id FROM release WHERE key = :release) AND occupation = :occupation;

-- ratings: The highest of skills, then of knowledge; an element is left out if it is suppressed or not relevant.
SELECT kind, title, value, n, standard_error, rated, name FROM (
    SELECT kind, title, value, n, standard_error, rated, rater.name,
        row_number() OVER (PARTITION BY kind ORDER BY value DESC, element.id) AS rank
    FROM rating JOIN element ON element.id = rating.element JOIN rater ON rater.id = rating.rater
    WHERE release = (SELECT id FROM release WHERE key = :release) AND occupation = :occupation AND scale = 'IM' AND
    suppressed IS NOT 1
        AND NOT EXISTS (
            SELECT 1 FROM rating AS level
            WHERE level.release = rating.release AND level.occupation = rating.occupation
                AND level.element = rating.element AND level.scale = 'LV' AND level.not_relevant = 1)
) WHERE rank <= :most ORDER BY kind DESC, rank;

-- technologies: Its technologies in demand, then those hot in all occupations.
SELECT element.title, in_demand, hot FROM technology JOIN element ON element.id = technology.element
WHERE release = (SELECT id FROM release WHERE key = :release) AND occupation = :occupation AND (in_demand OR hot)
ORDER BY in_demand DESC, element.id;

-- wages of all: The wages of every detailed occupation in an area, by code.
SELECT occupation.code, occupation.title, coalesce(family.title, ''), wage.employment, wage.employment_prse,
    wage.mean_prse, wage.annual_mean, wage.annual_p10, wage.annual_p25, wage.annual_median, wage.annual_p75,
    wage.annual_p90, wage.hourly_mean, wage.hourly_p10, wage.hourly_p25, wage.hourly_median, wage.hourly_p75,
    wage.hourly_p90, wage.only
FROM wage CROSS JOIN occupation ON occupation.id = wage.occupation
LEFT JOIN occupation AS family ON family.id = occupation.family
WHERE wage.release = (SELECT id FROM release WHERE key = :release) AND wage.area = (SELECT id FROM area WHERE code
    = :area) AND occupation.level = 'detailed'
ORDER BY wage.occupation;

-- marks of all: The marks printed in place of these.
SELECT occupation.code, measure.name, mark, least
FROM wage CROSS JOIN missing USING (release, occupation, area)
CROSS JOIN occupation ON occupation.id = wage.occupation CROSS JOIN measure ON measure.id = missing.measure
WHERE wage.release = (SELECT id FROM release WHERE key = :release) AND wage.area = (SELECT id FROM area WHERE code
    = :area) ORDER BY wage.occupation;

-- entries: What lists show of every detailed occupation, by code.
SELECT occupation.code, occupation.title, occupation.level, coalesce(family.title, ''),
    coalesce(wage.annual_median, missing.least), CASE WHEN missing.least IS NULL THEN '' ELSE '>=' END,
    projection.employment_change, projection.entry_education
FROM occupation
LEFT JOIN occupation AS family ON family.id = occupation.family
LEFT JOIN wage ON wage.release = (SELECT id FROM release WHERE key = :release) AND wage.occupation = occupation.id
    AND wage.area = (SELECT id FROM area WHERE code = :area)
LEFT JOIN missing ON missing.release = (SELECT id FROM release WHERE key = :release) AND missing.occupation =
    occupation.id
    AND missing.area = (SELECT id FROM area WHERE code = :area) AND missing.measure = (SELECT id FROM measure WHERE
    name = 'annual_median')
LEFT JOIN projection ON projection.release = (SELECT id FROM release WHERE key = :projected) AND
    projection.occupation = occupation.id WHERE occupation.level = 'detailed' ORDER BY occupation.id;

-- some entries: What lists show of some codes, given as JSON.
SELECT occupation.code, occupation.title, occupation.level, coalesce(family.title, ''),
    coalesce(wage.annual_median, missing.least), CASE WHEN missing.least IS NULL THEN '' ELSE '>=' END,
    projection.employment_change, projection.entry_education
FROM occupation
LEFT JOIN occupation AS family ON family.id = occupation.family
LEFT JOIN wage ON wage.release = (SELECT id FROM release WHERE key = :release) AND wage.occupation = occupation.id
    AND wage.area = (SELECT id FROM area WHERE code = :area)
LEFT JOIN missing ON missing.release = (SELECT id FROM release WHERE key = :release) AND missing.occupation =
    occupation.id
    AND missing.area = (SELECT id FROM area WHERE code = :area) AND missing.measure = (SELECT id FROM measure WHERE
    name = 'annual_median')
LEFT JOIN projection ON projection.release = (SELECT id FROM release WHERE key = :projected) AND
    projection.occupation = occupation.id WHERE occupation.code IN (SELECT value FROM json_each(:codes)) ORDER BY
    occupation.id;

-- titles: Every occupation that can be named, specialties last.
SELECT code, title, level FROM occupation WHERE level <> 'major' ORDER BY level = 'specialty', id;

-- codes: The codes of the same by number.
SELECT id, code FROM occupation WHERE level <> 'major';
