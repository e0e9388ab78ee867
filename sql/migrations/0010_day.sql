-- 0010: the day itself: set aside, sent on, taken back, paused, helped; what a supervisor decides about today.
-- Why:   a visitor who looks for a photo keeps his place, and a mis-click must not end a visit; the room is led while it is full.
-- Live:  new columns have defaults and new tables are empty, so programs of version 9 go on until they are restarted.
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

-- Reasons are words of a list (core/queue/reasons.h), never free text: a ticket holds nothing of a person.
-- ended_from, serving_guessed: what the last end made of the times, so that it can be taken back.
CALL alter_where_missing('ticket', 'ended_from', 'ADD COLUMN ended_from ENUM(''called'', ''serving'') NULL,
    ADD COLUMN serving_guessed TINYINT NOT NULL DEFAULT 0,
    ADD COLUMN parked_at DATETIME(3) NULL,
    ADD COLUMN parked_seconds INT NOT NULL DEFAULT 0,
    ADD COLUMN back_at DATETIME(3) NULL,
    ADD COLUMN reason VARCHAR(16) NOT NULL DEFAULT ''''');

CALL alter_where_missing('ticket', 'ticket_kept', 'ADD KEY ticket_kept (kept_counter_id, state)');

-- finished = 0: sent on before it was served; no measure of how long a visit takes.
CALL alter_where_missing('ticket_turn', 'finished', 'ADD COLUMN finished TINYINT NOT NULL DEFAULT 1,
    ADD COLUMN parked_seconds INT NOT NULL DEFAULT 0,
    ADD COLUMN due DATETIME(3) NULL,
    ADD COLUMN due_reason VARCHAR(12) NOT NULL DEFAULT ''''');

-- ended_ticket_id: the visit that ended here last, until the next act.
CALL alter_where_missing('counter_state', 'ended_ticket_id', 'ADD COLUMN ended_ticket_id BIGINT NULL,
    ADD COLUMN pause_reason VARCHAR(16) NOT NULL DEFAULT ''''');

-- Visitors without appointment in one half-hour; 0: no limit.
CALL alter_where_missing('service', 'walk_in_quota', 'ADD COLUMN walk_in_quota SMALLINT NOT NULL DEFAULT 0');

-- An agent asks; a colleague says that he comes.
CREATE TABLE IF NOT EXISTS help_call (
    id          BIGINT      NOT NULL AUTO_INCREMENT,
    site_id     SMALLINT    NOT NULL,
    counter_id  SMALLINT    NOT NULL,
    asked_by    INT         NOT NULL,
    asked_at    DATETIME(3) NOT NULL,
    coming_by   INT         NULL,
    coming_at   DATETIME(3) NULL,
    ended_at    DATETIME(3) NULL,
    PRIMARY KEY (id),
    KEY help_call_open (site_id, ended_at),
    CONSTRAINT help_call_counter FOREIGN KEY (counter_id) REFERENCES counter (id) ON DELETE CASCADE
) ENGINE = InnoDB;

-- A line on the call screens of one waiting area, until somebody withdraws it or its time is over.
CREATE TABLE IF NOT EXISTS screen_message (
    id               BIGINT      NOT NULL AUTO_INCREMENT,
    site_id          SMALLINT    NOT NULL,
    waiting_area_id  SMALLINT    NOT NULL,
    shown_at         DATETIME(3) NOT NULL,
    until_at         DATETIME(3) NULL,
    shown_by         INT         NULL,
    PRIMARY KEY (id),
    UNIQUE KEY screen_message_area (waiting_area_id),
    CONSTRAINT screen_message_area_fk FOREIGN KEY (waiting_area_id) REFERENCES waiting_area (id) ON DELETE CASCADE
) ENGINE = InnoDB;

CREATE TABLE IF NOT EXISTS screen_message_text (
    message_id  BIGINT       NOT NULL,
    language    CHAR(2)      NOT NULL,
    text        VARCHAR(200) NOT NULL,
    PRIMARY KEY (message_id, language),
    CONSTRAINT screen_message_text_fk FOREIGN KEY (message_id) REFERENCES screen_message (id) ON DELETE CASCADE
) ENGINE = InnoDB;

-- A counter that a service misses today: one place less at every time from then on.
CREATE TABLE IF NOT EXISTS counter_absence (
    counter_id   SMALLINT    NOT NULL,
    service_id   SMALLINT    NOT NULL,
    day          DATE        NOT NULL,
    from_minute  SMALLINT    NOT NULL,
    to_minute    SMALLINT    NOT NULL DEFAULT 1440,
    noted_at     DATETIME(3) NOT NULL,
    PRIMARY KEY (counter_id, service_id, day),
    KEY counter_absence_service (service_id, day),
    CONSTRAINT counter_absence_counter FOREIGN KEY (counter_id) REFERENCES counter (id) ON DELETE CASCADE,
    CONSTRAINT counter_absence_service_fk FOREIGN KEY (service_id) REFERENCES service (id),
    CONSTRAINT counter_absence_span CHECK (from_minute >= 0 AND from_minute < to_minute AND to_minute <= 1440)
) ENGINE = InnoDB;

DROP PROCEDURE alter_where_missing;
UPDATE schema_version SET version = 10 WHERE version = 9;
