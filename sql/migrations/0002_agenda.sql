-- 0002: when a service receives people, and the granules made of it.
-- Why:   a promise "no place is given twice" rests on a row that is written: the slot.
-- Live:  new tables only.
-- Rerun: every DDL statement commits by itself, so each one may be run twice.
CREATE TABLE IF NOT EXISTS opening (
    id               INT      NOT NULL AUTO_INCREMENT,
    service_id       SMALLINT NOT NULL,
    weekday          TINYINT  NOT NULL,            -- 1 Monday to 7 Sunday
    from_minute      SMALLINT NOT NULL,            -- local wall clock
    to_minute        SMALLINT NOT NULL,
    counters         SMALLINT NOT NULL,
    counters_online  SMALLINT NOT NULL,
    valid_from       DATE     NULL,
    valid_to         DATE     NULL,                -- the last day
    every_weeks      TINYINT  NOT NULL DEFAULT 1,
    first_week       DATE     NULL,                -- a day of the first week, when every_weeks > 1
    nth_of_month     TINYINT  NOT NULL DEFAULT 0,  -- 1 to 5, -1 the last, 0 every
    PRIMARY KEY (id),
    KEY opening_service (service_id, weekday),
    CONSTRAINT opening_service_fk FOREIGN KEY (service_id) REFERENCES service (id),
    CONSTRAINT opening_weekday CHECK (weekday BETWEEN 1 AND 7),
    CONSTRAINT opening_span CHECK (from_minute >= 0 AND from_minute < to_minute AND to_minute <= 1440),
    CONSTRAINT opening_counters CHECK (counters BETWEEN 1 AND 99 AND counters_online BETWEEN 0 AND counters)
) ENGINE = InnoDB;

CREATE TABLE IF NOT EXISTS special_opening (
    id               INT      NOT NULL AUTO_INCREMENT,
    service_id       SMALLINT NOT NULL,
    day              DATE     NOT NULL,
    from_minute      SMALLINT NOT NULL,
    to_minute        SMALLINT NOT NULL,
    counters         SMALLINT NOT NULL,
    counters_online  SMALLINT NOT NULL,
    on_holiday       TINYINT  NOT NULL DEFAULT 0,  -- said explicitly, or it does not open on a holiday
    PRIMARY KEY (id),
    KEY special_opening_day (service_id, day),
    CONSTRAINT special_opening_service FOREIGN KEY (service_id) REFERENCES service (id),
    CONSTRAINT special_opening_span CHECK (from_minute >= 0 AND from_minute < to_minute AND to_minute <= 1440),
    CONSTRAINT special_opening_counters CHECK (counters BETWEEN 1 AND 99 AND counters_online BETWEEN 0 AND counters)
) ENGINE = InnoDB;

CREATE TABLE IF NOT EXISTS closure (
    id           INT      NOT NULL AUTO_INCREMENT,
    site_id      SMALLINT NOT NULL,
    service_id   SMALLINT NULL,      -- none: the whole site
    from_day     DATE     NOT NULL,
    to_day       DATE     NOT NULL,  -- the last day
    from_minute  SMALLINT NOT NULL DEFAULT 0,
    to_minute    SMALLINT NOT NULL DEFAULT 1440,
    PRIMARY KEY (id),
    KEY closure_days (site_id, from_day),
    CONSTRAINT closure_site FOREIGN KEY (site_id) REFERENCES site (id),
    CONSTRAINT closure_days_order CHECK (from_day <= to_day AND from_minute < to_minute)
) ENGINE = InnoDB;

CREATE TABLE IF NOT EXISTS closure_text (
    closure_id  INT          NOT NULL,
    language    CHAR(2)      NOT NULL,
    reason      VARCHAR(200) NOT NULL,   -- shown to citizens
    PRIMARY KEY (closure_id, language),
    CONSTRAINT closure_text_closure FOREIGN KEY (closure_id) REFERENCES closure (id) ON DELETE CASCADE
) ENGINE = InnoDB;

-- Days that a town adds to the legal ones, which are computed.
CREATE TABLE IF NOT EXISTS holiday (
    site_id  SMALLINT     NOT NULL,
    day      DATE         NOT NULL,
    yearly   TINYINT      NOT NULL DEFAULT 0,
    name     VARCHAR(100) NOT NULL DEFAULT '',
    PRIMARY KEY (site_id, day),
    CONSTRAINT holiday_site FOREIGN KEY (site_id) REFERENCES site (id)
) ENGINE = InnoDB;

-- One granule. Counting what is booked, never what is free, lets a publication write capacities only.
CREATE TABLE IF NOT EXISTS slot (
    service_id       SMALLINT NOT NULL,
    day              DATE     NOT NULL,
    start_minute     SMALLINT NOT NULL,
    opening_id       INT      NOT NULL,            -- negative: a special opening
    minutes          SMALLINT NOT NULL,
    capacity         SMALLINT NOT NULL,
    capacity_online  SMALLINT NOT NULL,
    booked           SMALLINT NOT NULL DEFAULT 0,
    booked_online    SMALLINT NOT NULL DEFAULT 0,
    excess           SMALLINT NOT NULL DEFAULT 0,  -- knowingly over the capacity
    PRIMARY KEY (service_id, day, start_minute),
    CONSTRAINT slot_capacity CHECK (capacity >= 0 AND capacity_online BETWEEN 0 AND capacity AND excess >= 0),
    CONSTRAINT slot_booked CHECK (booked BETWEEN 0 AND capacity + excess),
    CONSTRAINT slot_booked_online CHECK (booked_online BETWEEN 0 AND booked)
) ENGINE = InnoDB;

-- Readers poll the version and then read the range: no event is missed.
CREATE TABLE IF NOT EXISTS site_version (
    site_id  SMALLINT NOT NULL,
    topic    ENUM('queue', 'agenda', 'settings') NOT NULL,
    version  BIGINT   NOT NULL DEFAULT 0,
    PRIMARY KEY (site_id, topic)
) ENGINE = InnoDB;

CREATE TABLE IF NOT EXISTS site_event (
    site_id         SMALLINT    NOT NULL,
    topic           ENUM('queue', 'agenda', 'settings') NOT NULL,
    version         BIGINT      NOT NULL,
    at              DATETIME(3) NOT NULL,
    kind            VARCHAR(24) NOT NULL,
    appointment_id  BIGINT      NULL,
    ticket_id       BIGINT      NULL,
    counter_id      SMALLINT    NULL,
    PRIMARY KEY (site_id, topic, version)
) ENGINE = InnoDB;

UPDATE schema_version SET version = 2 WHERE version = 1;
