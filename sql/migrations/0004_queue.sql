-- 0004: the day itself: tickets, calls, counters.
-- Why:   one ticket an appointment, one visitor a counter, one number a day.
-- Live:  new tables only.
-- Rerun: every DDL statement commits by itself, so each one may be run twice.
CREATE TABLE IF NOT EXISTS ticket (
    id                BIGINT      NOT NULL AUTO_INCREMENT,
    site_id           SMALLINT    NOT NULL,
    day               DATE        NOT NULL,   -- local
    prefix            CHAR(1)     NOT NULL COLLATE utf8mb4_bin,
    number            SMALLINT    NOT NULL,
    service_id        SMALLINT    NOT NULL,
    waiting_area_id   SMALLINT    NOT NULL,
    appointment_id    BIGINT      NULL,
    start_minute      SMALLINT    NULL,       -- of the appointment, for the reason of the order
    language          CHAR(2)     NOT NULL,
    state             ENUM('waiting', 'called', 'serving', 'parked', 'done', 'missed', 'closed') NOT NULL,
    due               DATETIME(3) NOT NULL,   -- the sort key
    due_reason        ENUM('appointment', 'late', 'walk_in', 'back') NOT NULL,
    priority          TINYINT     NOT NULL DEFAULT 0,
    kept_counter_id   SMALLINT    NULL,       -- parked there a moment ago
    kept_until        DATETIME(3) NULL,
    counter_id        SMALLINT    NULL,       -- the last that called
    calls             SMALLINT    NOT NULL DEFAULT 0,
    arrived_at        DATETIME(3) NOT NULL,
    called_at         DATETIME(3) NULL,       -- first call of the present turn
    last_called_at    DATETIME(3) NULL,
    serving_at        DATETIME(3) NULL,
    ended_at          DATETIME(3) NULL,
    PRIMARY KEY (id),
    UNIQUE KEY ticket_number (site_id, day, prefix, number),
    UNIQUE KEY ticket_appointment (appointment_id),
    KEY ticket_order (site_id, day, state, service_id, due, number),
    KEY ticket_calls (site_id, day, waiting_area_id, last_called_at),
    KEY ticket_measured (service_id, day, state)
) ENGINE = InnoDB;

CREATE TABLE IF NOT EXISTS ticket_procedure (
    ticket_id     BIGINT   NOT NULL,
    position      TINYINT  NOT NULL,
    procedure_id  INT      NOT NULL,
    persons       SMALLINT NOT NULL DEFAULT 1,
    PRIMARY KEY (ticket_id, position),
    CONSTRAINT ticket_procedure_ticket FOREIGN KEY (ticket_id) REFERENCES ticket (id) ON DELETE CASCADE
) ENGINE = InnoDB;

CREATE TABLE IF NOT EXISTS ticket_series (
    site_id      SMALLINT NOT NULL,
    day          DATE     NOT NULL,
    prefix       CHAR(1)  NOT NULL COLLATE utf8mb4_bin,
    last_number  SMALLINT NOT NULL,
    PRIMARY KEY (site_id, day, prefix)
) ENGINE = InnoDB;

-- Every call, also the repeated ones: the screen shows them, the figures count them.
CREATE TABLE IF NOT EXISTS ticket_call (
    ticket_id   BIGINT      NOT NULL,
    call_no     SMALLINT    NOT NULL,
    counter_id  SMALLINT    NOT NULL,
    called_at   DATETIME(3) NOT NULL,
    PRIMARY KEY (ticket_id, call_no)
) ENGINE = InnoDB;

CREATE TABLE IF NOT EXISTS counter_state (
    counter_id  SMALLINT    NOT NULL,
    staff_id    INT         NULL,       -- none: closed
    ticket_id   BIGINT      NULL,
    opened_at   DATETIME(3) NULL,
    paused_at   DATETIME(3) NULL,
    PRIMARY KEY (counter_id),
    UNIQUE KEY counter_state_staff (staff_id),
    UNIQUE KEY counter_state_ticket (ticket_id)
) ENGINE = InnoDB;

UPDATE schema_version SET version = 4 WHERE version = 3;
