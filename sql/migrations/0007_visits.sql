-- 0007: linked appointments, overruling, changing granules, imports, people to call, a brake for the web.
-- Why:   one visit may need two services; hours and grids change; nobody whose appointment was touched is forgotten.
-- Live:  new columns have defaults, so programs of version 6 go on writing until they are restarted.
-- Rerun: a column or key is added only where it is missing.
DROP PROCEDURE IF EXISTS alter_where_missing;
DELIMITER //
CREATE PROCEDURE alter_where_missing(IN p_table VARCHAR(64), IN p_name VARCHAR(64), IN p_change VARCHAR(500))
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

-- A supervisor gave a place that the hours do not have; the reason stands with the attendee.
CALL alter_where_missing('appointment', 'over_capacity', 'ADD COLUMN over_capacity TINYINT NOT NULL DEFAULT 0');
-- The town, not the citizen, cancelled: the reason stands in the mail.
CALL alter_where_missing('appointment', 'cancelled_by_town', 'ADD COLUMN cancelled_by_town TINYINT NOT NULL DEFAULT 0');
-- Of a line of an imported list: the same line again makes no second appointment.
CALL alter_where_missing('attendee_secret', 'import_key', 'ADD COLUMN import_key BINARY(16) NULL');
CALL alter_where_missing('attendee_secret', 'attendee_import', 'ADD UNIQUE KEY attendee_import (import_key)');
CALL alter_where_missing('attendee', 'override_reason', 'ADD COLUMN override_reason VARCHAR(200) NOT NULL DEFAULT ''''');
CALL alter_where_missing('attendee', 'attendee_email', 'ADD KEY attendee_email (email)');

-- Which part of a linked visit the ticket waits for now, where it goes on to, the calls of earlier turns, and those turns
-- themselves.
CALL alter_where_missing('ticket', 'part', 'ADD COLUMN part TINYINT NOT NULL DEFAULT 1');
CALL alter_where_missing('ticket', 'next_service_id', 'ADD COLUMN next_service_id SMALLINT NULL');
CALL alter_where_missing('ticket', 'calls_before', 'ADD COLUMN calls_before SMALLINT NOT NULL DEFAULT 0');
ALTER TABLE ticket MODIFY due_reason ENUM('appointment', 'late', 'walk_in', 'back', 'second') NOT NULL;

CREATE TABLE IF NOT EXISTS ticket_turn (
    ticket_id     BIGINT      NOT NULL,
    turn          TINYINT     NOT NULL,
    service_id    SMALLINT    NOT NULL,
    procedure_id  INT         NULL,       -- the first one
    counter_id    SMALLINT    NULL,
    waiting_from  DATETIME(3) NOT NULL,
    called_at     DATETIME(3) NULL,
    serving_at    DATETIME(3) NULL,
    ended_at      DATETIME(3) NOT NULL,
    PRIMARY KEY (ticket_id, turn),
    KEY ticket_turn_measured (service_id, ended_at),
    CONSTRAINT ticket_turn_ticket FOREIGN KEY (ticket_id) REFERENCES ticket (id) ON DELETE CASCADE
) ENGINE = InnoDB;

-- So many days ahead what the desk has not used is offered online; 0: never.
CALL alter_where_missing('service', 'release_days', 'ADD COLUMN release_days SMALLINT NOT NULL DEFAULT 0');

-- A granule that comes into force on a later day; service.granule_minutes holds until the first of them.
CREATE TABLE IF NOT EXISTS service_granule (
    service_id  SMALLINT NOT NULL,
    from_day    DATE     NOT NULL,
    minutes     SMALLINT NOT NULL,
    PRIMARY KEY (service_id, from_day),
    CONSTRAINT service_granule_service FOREIGN KEY (service_id) REFERENCES service (id),
    CONSTRAINT service_granule_minutes CHECK (minutes BETWEEN 5 AND 60)
) ENGINE = InnoDB;

-- People to be told by telephone or letter; ticked off by the one who did.
CREATE TABLE IF NOT EXISTS to_call (
    appointment_id  BIGINT      NOT NULL,
    reason          ENUM('stranded', 'moved', 'cancelled', 'mail_failed') NOT NULL,
    was_day         DATE        NULL,      -- what the citizen knows of, before a move
    was_start       SMALLINT    NULL,
    created_at      DATETIME(3) NOT NULL,
    outcome         ENUM('open', 'called', 'letter', 'kept', 'settled') NOT NULL DEFAULT 'open',
    done_at         DATETIME(3) NULL,
    done_by         VARCHAR(32) NULL COLLATE utf8mb4_bin,
    PRIMARY KEY (appointment_id, reason),
    KEY to_call_open (outcome, created_at),
    CONSTRAINT to_call_appointment FOREIGN KEY (appointment_id) REFERENCES appointment (id) ON DELETE CASCADE
) ENGINE = InnoDB;

-- How often one source sent a form in one minute. The source is a keyed hash, never an address; kept for a day.
CREATE TABLE IF NOT EXISTS web_attempt (
    source  BINARY(16) NOT NULL,
    minute  DATETIME   NOT NULL,
    forms   SMALLINT   NOT NULL DEFAULT 1,
    PRIMARY KEY (source, minute),
    KEY web_attempt_age (minute)
) ENGINE = InnoDB;

DROP PROCEDURE alter_where_missing;
UPDATE schema_version SET version = 7 WHERE version = 6;
