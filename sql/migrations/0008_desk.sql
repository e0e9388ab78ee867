-- 0008: finding an appointment while somebody types.
-- Why:   the reception asks by name, phone, e-mail or birth date, among a million appointments, and must not wait.
-- Live:  new columns are computed by the server, so programs of version 7 go on writing until they are restarted.
-- Rerun: a column or key is added only where it is missing.
DROP PROCEDURE IF EXISTS alter_where_missing;
DELIMITER //
CREATE PROCEDURE alter_where_missing(IN p_table VARCHAR(64), IN p_name VARCHAR(64), IN p_change TEXT)
BEGIN
    IF NOT EXISTS (SELECT 1 FROM information_schema.columns
                    WHERE table_schema = DATABASE() AND table_name = p_table AND column_name = p_name)
       AND NOT EXISTS (SELECT 1 FROM information_schema.statistics
                        WHERE table_schema = DATABASE() AND table_name = p_table AND index_name = p_name) THEN
        SET @accueil_change = CONCAT('ALTER TABLE ', p_table, ' ', p_change);
        PREPARE change_table FROM @accueil_change;
        EXECUTE change_table;
        DEALLOCATE PREPARE change_table;
    END IF;
END //
DELIMITER ;


-- Names without blanks, hyphens, apostrophes and the like, as nameKey() of core/booking/find.h makes them; the collation ignores
-- accents and case. A phone number in digits as it is dialled at home, as phoneKey() makes it. All in one change: each change builds
-- the table anew.
SET @accueil_name = 'REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(*, '' '', ''''), ''-'', ''''), '''''''', ''''), ''’'', ''''), ''.'', ''''), ''"'', '''')';
SET @accueil_phone = 'REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(phone, ''(0)'', ''''), '' '', ''''), ''.'', ''''), ''/'', ''''), ''('', ''''), '')'', ''''), ''-'', '''')';
SET @accueil_dialled = 'IF(LEFT(*, 3) = ''+32'', CONCAT(''0'', SUBSTRING(*, 4)), IF(LEFT(*, 4) = ''0032'', CONCAT(''0'', SUBSTRING(*, 5)), IF(LEFT(*, 1) = ''+'', CONCAT(''00'', SUBSTRING(*, 2)), *)))';
CALL alter_where_missing('attendee', 'last_key', CONCAT(
    'ADD COLUMN last_key VARCHAR(100) GENERATED ALWAYS AS (', REPLACE(@accueil_name, '*', 'last_name'), ') STORED,',
    ' ADD COLUMN first_key VARCHAR(100) GENERATED ALWAYS AS (', REPLACE(@accueil_name, '*', 'first_name'), ') STORED,',
    ' ADD COLUMN phone_key VARCHAR(48) GENERATED ALWAYS AS (', REPLACE(@accueil_dialled, '*', @accueil_phone), ') STORED,',
    ' ADD KEY attendee_last (last_key, first_key), ADD KEY attendee_first (first_key, last_key), ADD KEY attendee_phone (phone_key)'));

-- The calendar of one state, and of what became of the visitors.
CALL alter_where_missing('appointment', 'appointment_site_state', 'ADD KEY appointment_site_state (site_id, state, day, start_minute)');
CALL alter_where_missing('ticket', 'ticket_state', 'ADD KEY ticket_state (site_id, state, part, day, start_minute)');

DROP PROCEDURE alter_where_missing;
UPDATE schema_version SET version = 8 WHERE version = 7;
