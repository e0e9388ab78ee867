#include "core/base/errors.h"
#include "core/notification/ics.h"
#include "tests/mail/notice_samples.h"
#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>
#include <libical/ical.h>
#include <memory>
#include <sstream>

using namespace accueil;
using test::sampleNotice;
using test::writtenAt;
namespace data = boost::unit_test::data;

namespace
{
using Component = std::unique_ptr<icalcomponent, decltype(&icalcomponent_free)>;

/// The file as another program reads it.
struct Read
{
    explicit Read(const std::string& text)
        : calendar(icalparser_parse_string(text.c_str()), &icalcomponent_free),
          event(icalcomponent_get_first_component(calendar.get(), ICAL_VEVENT_COMPONENT))
    {
        icalcomponent_strip_errors(calendar.get());
    }
    std::string text(icalproperty_kind kind) const
    {
        icalproperty* property = icalcomponent_get_first_property(event, kind);
        const char* value = property ? icalproperty_get_value_as_string(property) : nullptr;
        return value ? value : "";
    }
    /// UTC, reckoned with nothing but the rules that the file itself carries.
    std::string utc(icalproperty_kind kind) const
    {
        const icaltimetype local = icalproperty_get_datetime_with_component(
            icalcomponent_get_first_property(event, kind), calendar.get());
        return icaltime_as_ical_string(icaltime_convert_to_zone(local, icaltimezone_get_utc_timezone()));
    }
    int count(icalcomponent_kind kind) const { return icalcomponent_count_components(calendar.get(), kind); }

    Component calendar;
    icalcomponent* event;
};

Read read(const Notice& notice, CalendarMethod method = CalendarMethod::publish)
{
    return Read(calendarFile(notice, method, writtenAt));
}
} // namespace

BOOST_AUTO_TEST_SUITE(ics)

struct Moment
{
    int year;
    unsigned month, day;
    int minute;
    const char* begins;
    const char* ends;
};
std::ostream& operator<<(std::ostream& out, const Moment& moment)
{
    return out << moment.begins;
}

const Moment moments[] = {
    {2026, 11, 26, 510, "20261126T073000Z", "20261126T074000Z"}, // winter
    {2026, 7, 2, 510, "20260702T063000Z", "20260702T064000Z"},   // summer
    {2026, 3, 28, 510, "20260328T073000Z", "20260328T074000Z"},  // the day before the spring change
    {2026, 3, 29, 510, "20260329T063000Z", "20260329T064000Z"},  // the day itself
    {2026, 10, 25, 510, "20261025T073000Z", "20261025T074000Z"}, // and the autumn's
    {2036, 12, 1, 510, "20361201T073000Z", "20361201T074000Z"},  // where the system's rules begin anew
    {2037, 6, 1, 510, "20370601T063000Z", "20370601T064000Z"},
};

BOOST_DATA_TEST_CASE(the_files_own_rules_give_the_right_moment, data::make(moments), moment)
{
    auto notice = sampleNotice();
    notice.day = makeDay(moment.year, moment.month, moment.day);
    notice.start = {moment.minute};
    const auto file = read(notice);
    BOOST_TEST(file.utc(ICAL_DTSTART_PROPERTY) == moment.begins);
    BOOST_TEST(file.utc(ICAL_DTEND_PROPERTY) == moment.ends);
    BOOST_TEST(file.count(ICAL_VTIMEZONE_COMPONENT) == 1);
}

BOOST_DATA_TEST_CASE(other_time_zones_are_known,
                     data::make({"Europe/Lisbon", "America/New_York", "Asia/Tokyo", "Africa/Casablanca"}),
                     zone)
{
    auto notice = sampleNotice();
    notice.timeZone = zone;
    const auto expected = TimeZone(zone).toUtc(notice.day, notice.start);
    BOOST_TEST(read(notice).utc(ICAL_DTSTART_PROPERTY).substr(9, 4) ==
               utcText(expected).substr(11, 2) + utcText(expected).substr(14, 2));
}

BOOST_AUTO_TEST_CASE(an_unknown_time_zone_is_said)
{
    auto notice = sampleNotice();
    notice.timeZone = "Europe/Nowhere";
    BOOST_CHECK_THROW(calendarFile(notice, CalendarMethod::publish, writtenAt), ConfigError);
}

BOOST_AUTO_TEST_CASE(a_change_keeps_the_identity_and_raises_the_sequence)
{
    auto notice = sampleNotice();
    const auto before = read(notice);
    notice.revision = 3;
    notice.day = makeDay(2026, 12, 1);
    const auto after = read(notice);
    BOOST_TEST(before.text(ICAL_UID_PROPERTY) == after.text(ICAL_UID_PROPERTY));
    BOOST_TEST(before.text(ICAL_SEQUENCE_PROPERTY) == "0");
    BOOST_TEST(after.text(ICAL_SEQUENCE_PROPERTY) == "3");
}

BOOST_AUTO_TEST_CASE(two_appointments_have_two_identities)
{
    auto other = sampleNotice();
    other.appointment = AppointmentId(43);
    BOOST_TEST(read(sampleNotice()).text(ICAL_UID_PROPERTY) != read(other).text(ICAL_UID_PROPERTY));
}

BOOST_AUTO_TEST_CASE(a_cancellation_takes_the_event_away)
{
    const auto file = read(sampleNotice(), CalendarMethod::cancel);
    BOOST_TEST(icalcomponent_get_method(file.calendar.get()) == ICAL_METHOD_CANCEL);
    BOOST_TEST(file.text(ICAL_STATUS_PROPERTY) == "CANCELLED");
    BOOST_TEST(file.text(ICAL_UID_PROPERTY) == read(sampleNotice()).text(ICAL_UID_PROPERTY));
    BOOST_TEST(file.text(ICAL_URL_PROPERTY) == "");
}

BOOST_AUTO_TEST_CASE(a_confirmation_publishes_a_private_event)
{
    const auto file = read(sampleNotice());
    BOOST_TEST(icalcomponent_get_method(file.calendar.get()) == ICAL_METHOD_PUBLISH);
    BOOST_TEST(file.text(ICAL_STATUS_PROPERTY) == "CONFIRMED");
    BOOST_TEST(file.text(ICAL_CLASS_PROPERTY) == "PRIVATE");
    BOOST_TEST(file.text(ICAL_ORGANIZER_PROPERTY) == "mailto:population@verviers.be");
    BOOST_TEST(file.text(ICAL_URL_PROPERTY) == sampleNotice().manageUrl);
    BOOST_TEST(file.text(ICAL_DTSTAMP_PROPERTY) == "20261123T100000Z");
}

struct Words
{
    Language language;
    const char* summary;
    const char* place;
    const char* papers;
    const char* fileName;
};
std::ostream& operator<<(std::ostream& out, const Words& words)
{
    return out << code(words.language);
}

const Words inLanguages[] = {
    {Language::fr, "Rendez-vous, Ville de Verviers", "Hôtel de ville, zone A", "À apporter",
     "rendez-vous.ics"},
    {Language::nl, "Afspraak, Ville de Verviers", "Stadhuis, zone A", "Mee te brengen", "afspraak.ics"},
    {Language::de, "Termin, Ville de Verviers", "Rathaus, Bereich A", "Bitte mitbringen", "termin.ics"},
    {Language::en, "Appointment, Ville de Verviers", "Town hall, area A", "What to bring", "appointment.ics"},
};

BOOST_DATA_TEST_CASE(the_event_speaks_the_citizens_language, data::make(inLanguages), words)
{
    const auto file = read(sampleNotice(words.language));
    BOOST_TEST(std::string(icalproperty_get_summary(
                   icalcomponent_get_first_property(file.event, ICAL_SUMMARY_PROPERTY))) == words.summary);
    BOOST_TEST(std::string(icalproperty_get_location(
                               icalcomponent_get_first_property(file.event, ICAL_LOCATION_PROPERTY)))
                   .starts_with(words.place));
    BOOST_TEST(std::string(icalproperty_get_description(
                               icalcomponent_get_first_property(file.event, ICAL_DESCRIPTION_PROPERTY)))
                   .find(words.papers) != std::string::npos);
    BOOST_TEST(calendarFileName(Messages(words.language)) == words.fileName);
}

BOOST_AUTO_TEST_CASE(no_text_can_add_a_property_or_a_component)
{
    auto notice = sampleNotice();
    notice.items = {{"Carte\r\nATTENDEE:mailto:evil@example.org\r\nEND:VEVENT\r\nBEGIN:VALARM; a, b \\n", 1}};
    notice.town = "Ville\nX-EVIL:1 \"de\" Verviers";
    const auto file = read(notice);
    BOOST_TEST(file.text(ICAL_ATTENDEE_PROPERTY) == "");
    BOOST_TEST(icalcomponent_count_components(file.event, ICAL_VALARM_COMPONENT) == 0);
    BOOST_TEST(icalcomponent_count_properties(file.event, ICAL_X_PROPERTY) == 0);
    BOOST_TEST(icalcomponent_count_errors(file.calendar.get()) == 0);
}

BOOST_AUTO_TEST_CASE(lines_are_folded_at_75_bytes_and_end_with_crlf)
{
    auto notice = sampleNotice();
    notice.items = {
        {std::string("éàü") +
             "é très long libellé de démarche qui ne tient pas sur une ligne, même en se serrant beaucoup",
         1}};
    std::istringstream text(calendarFile(notice, CalendarMethod::publish, writtenAt));
    for (std::string line; std::getline(text, line);) {
        BOOST_TEST_CONTEXT(line)
        {
            BOOST_TEST(line.ends_with('\r'));
            BOOST_TEST(line.size() <= 76u);
        }
    }
}

BOOST_AUTO_TEST_SUITE_END()
