-- 0009: finding by state and service without a look at any table, and how often somebody was called in vain.
-- Why:   a rare state of a common name was looked for row by row; who did not answer was known at one desk only.
-- Live:  the keys of 0008 keep their names and what leads in them; new columns have defaults, so programs of version 8 go on.
-- Rerun: a key is made anew only where it is still the old one; a column or key is added only where it is missing.
DROP PROCEDURE IF EXISTS alter_where_missing;
DELIMITER //
-- p_key: the one that must hold the column; empty: the table must.
CREATE PROCEDURE alter_where_missing(IN p_table VARCHAR(64), IN p_key VARCHAR(64), IN p_column VARCHAR(64), IN p_change VARCHAR(500))
BEGIN
    IF NOT EXISTS (SELECT 1 FROM information_schema.columns
                    WHERE p_key = '' AND table_schema = DATABASE() AND table_name = p_table AND column_name = p_column)
       AND NOT EXISTS (SELECT 1 FROM information_schema.statistics
                        WHERE table_schema = DATABASE() AND table_name = p_table AND index_name = p_key AND column_name = p_column) THEN
        SET @accueil_change = CONCAT('ALTER TABLE ', p_table, ' ', p_change);
        PREPARE change_table FROM @accueil_change;
        EXECUTE change_table;
        DEALLOCATE PREPARE change_table;
    END IF;
END //
DELIMITER ;

-- All that is asked of a visit before its people are looked at. In one change each: there is no moment without the key.
CALL alter_where_missing('appointment', 'appointment_site_state', 'part',
    'DROP KEY appointment_site_state, ADD KEY appointment_site_state (site_id, state, part, day, start_minute)');
CALL alter_where_missing('appointment', 'appointment_service_state', 'part',
    'ADD KEY appointment_service_state (service_id, state, part, day, start_minute)');
CALL alter_where_missing('ticket', 'ticket_state', 'appointment_id',
    'DROP KEY ticket_state, ADD KEY ticket_state (site_id, state, part, day, start_minute, appointment_id)');

-- Somebody called and nobody answered: how often, and when last. A line that is opened again begins anew.
CALL alter_where_missing('to_call', '', 'tries', 'ADD COLUMN tries SMALLINT NOT NULL DEFAULT 0');
CALL alter_where_missing('to_call', '', 'tried_at', 'ADD COLUMN tried_at DATETIME(3) NULL');

DROP PROCEDURE alter_where_missing;
UPDATE schema_version SET version = 9 WHERE version = 8;
