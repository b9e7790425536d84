-- Find the steps of `alike` when official.sqlite is built: reading all ratings takes longer than a whole run may.
--
-- The gap is moves.gap.gap_size: an element is missing if it is important in the other occupation (an importance of
-- 3 or more), clearly higher there on one scale and lower on neither. What counts is each clear difference, as a share
-- of its scale's length: 4 points of importance, 7 of level. Clear: over 1.96 standard errors of both.

CREATE TEMP TABLE measured (
    occupation INTEGER NOT NULL, element INTEGER NOT NULL,
    importance INTEGER, importance_error INTEGER, level INTEGER, level_error INTEGER,
    PRIMARY KEY (occupation, element)
) WITHOUT ROWID;

INSERT INTO measured
SELECT importance.occupation, importance.element,
    CASE WHEN importance.suppressed IS 1 THEN NULL ELSE importance.value END, importance.standard_error,
    CASE WHEN level.suppressed IS 1 OR level.not_relevant IS 1 THEN NULL ELSE level.value END, level.standard_error
FROM rating AS importance
CROSS JOIN element ON element.id = importance.element AND element.kind IN ('skills', 'knowledge')
LEFT JOIN rating AS level ON level.release = importance.release AND level.occupation = importance.occupation
    AND level.element = importance.element AND level.scale = 'LV'
WHERE importance.scale = 'IM' AND importance.release IN (:skills, :knowledge)
    AND importance.release = CASE element.kind WHEN 'skills' THEN :skills ELSE :knowledge END;

WITH pair AS MATERIALIZED (
    SELECT occupation, 'onet' AS kind, rank, related AS other FROM related WHERE release = :related
    UNION ALL SELECT occupation, 'nearest', rank, other FROM nearest
    WHERE rank <= 10 AND NOT EXISTS (
        SELECT * FROM related
        WHERE related.release = :related AND related.occupation = nearest.occupation
            AND related.related = nearest.other
    )
), step AS MATERIALIZED (
    SELECT one.code AS start, two.code AS "end", CASE kind WHEN 'onet' THEN 10100 ELSE 10200 END
        + row_number() OVER (PARTITION BY occupation, kind ORDER BY rank) AS weight,
    CASE
        WHEN occupation IN (SELECT occupation FROM measured) AND other IN (SELECT occupation FROM measured)
        THEN (
            SELECT CAST(round(10 * coalesce(sum(
                CASE WHEN importance * importance * 10000 > 1.96 * 1.96 * importance_error
                    THEN importance / 4.0 ELSE 0 END
                + CASE WHEN level * level * 10000 > 1.96 * 1.96 * level_error THEN level / 7.0 ELSE 0 END
            ), 0)) AS INTEGER) FROM (
                SELECT
                    two.importance - one.importance + 0 * (one.importance_error + two.importance_error) AS importance,
                    one.importance_error * one.importance_error + two.importance_error * two.importance_error
                        AS importance_error,
                    two.level - one.level + 0 * (one.level_error + two.level_error) AS level,
                    one.level_error * one.level_error + two.level_error * two.level_error AS level_error
                FROM measured AS two CROSS JOIN measured AS one ON one.element = two.element
                WHERE two.occupation = other AND two.importance >= 300 AND one.occupation = pair.occupation
            ) WHERE coalesce(importance, level) >= 0 AND coalesce(level, importance) >= 0
        )
        ELSE 10000000
    END AS gap
    FROM pair CROSS JOIN occupation AS one ON one.id = occupation CROSS JOIN occupation AS two ON two.id = other
)
SELECT start, "end", weight, gap * 1000000 + weight FROM step ORDER BY "end", start
