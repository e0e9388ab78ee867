// What the desk corrects on an appointment, and the mails that follow.
#include "core/booking/appointment.h"
#include "core/booking/corrections.h"
#include "core/booking/stranded_visits.h"
#include "core/booking/to_call.h"
#include "core/queue/arrival.h"
#include "tests/core/town.h"
#include <algorithm>

using namespace accueil;
using namespace accueil::test;

namespace
{
/// Each case books for itself.
struct Corrections
{
    Town& town = Town::instance();
    Client desk{town.reception}, colleague{town.agent};

    static RequestKey click() { return Seed::random().requestKey("click"); }
    AppointmentId visit(const Person& person = camille())
    {
        const MinuteOfDay start{540 + 10 * (used++ % 15)};
        return bookVisit(desk, Seed::random(), "POP-EID", makeDay(2026, 12, 1) + std::chrono::days(used / 15),
                         start, person);
    }
    Person person(AppointmentId id) { return findAppointment(desk, id)->person; }
    void change(AppointmentId id, const Person& before, const Person& after)
    {
        changePerson(desk, town.catalogue, click(), id, before, after);
    }
    /// "confirmation/1 waiting, reminder/1 waiting"
    std::string mails(AppointmentId id) const
    {
        return town.database.value("SELECT IFNULL(GROUP_CONCAT(kind, '/', copy_no, ' ', state ORDER BY id "
                                   "SEPARATOR ', '), '') FROM mail"
                                   " WHERE appointment_id = " +
                                   std::to_string(id.value()));
    }
    void sent(AppointmentId id, const char* kind) const
    {
        town.database.execute("UPDATE mail SET state = 'sent', sent_at = UTC_TIMESTAMP(3) WHERE kind = '" +
                              std::string(kind) + "' AND appointment_id = " + std::to_string(id.value()));
    }
    std::string lastEvent() const
    {
        return town.database.value(
            "SELECT CONCAT(e.kind, ' ', e.version = v.version) FROM site_event e JOIN site_version v ON"
            " v.site_id = e.site_id AND v.topic = e.topic WHERE e.topic = 'agenda' ORDER BY e.version DESC "
            "LIMIT 1");
    }
    static inline int used = 0;
};
} // namespace

BOOST_FIXTURE_TEST_SUITE(corrections, Corrections)

BOOST_AUTO_TEST_CASE(every_field_is_written_and_told_to_the_readers)
{
    const auto id = visit();
    const Person before = person(id);
    const Person after{"Exemplé",      "Camillé",        {1959, 0, 0}, before.email,
                       "087 33 44 55", "avec poussette", Language::de};
    change(id, before, after);
    const Person now = person(id);
    BOOST_TEST(now.lastName == "Exemplé");
    BOOST_TEST(now.firstName == "Camillé");
    BOOST_TEST((now.birthDate == BirthDate{1959, 0, 0}));
    BOOST_TEST(now.phone == "087 33 44 55");
    BOOST_TEST(now.note == "avec poussette");
    BOOST_TEST((now.language == Language::de));
    BOOST_TEST(lastEvent() == "changed 1");
    BOOST_TEST(mails(id) == "confirmation/1 waiting, reminder/1 waiting", "the address is the same");
    BOOST_TEST(findAppointment(desk, id)->revision == 0);
}

BOOST_AUTO_TEST_CASE(the_same_click_twice_is_one_change)
{
    const auto id = visit();
    const Person before = person(id);
    Person after = before;
    after.note = "deux fois";
    const RequestKey key = click();
    changePerson(desk, town.catalogue, key, id, before, after);
    const std::string versions =
        town.database.value("SELECT version FROM site_version WHERE topic = 'agenda'");
    changePerson(desk, town.catalogue, key, id, before, after);
    BOOST_TEST(town.database.value("SELECT version FROM site_version WHERE topic = 'agenda'") == versions);
    after.note = "autre chose";
    BOOST_CHECK_EXCEPTION(changePerson(desk, town.catalogue, key, id, before, after), Refused,
                          refusedWith(Refusal::requestConflict));
}

BOOST_AUTO_TEST_CASE(what_a_colleague_wrote_in_between_is_not_lost)
{
    const auto id = visit();
    const Person before = person(id);
    Person hers = before, ours = before;
    hers.firstName = "Çamille"; // only an accent: as much a change as another name
    changePerson(colleague, town.catalogue, click(), id, before, hers);
    ours.phone = "0499 00 00 00";
    BOOST_CHECK_EXCEPTION(change(id, before, ours), Refused, refusedWith(Refusal::changedMeanwhile));
    BOOST_TEST(person(id).firstName == "Çamille");
    BOOST_TEST(person(id).phone == before.phone);
    change(id, before, hers); // the same wish as hers is done already
    ours.firstName = "Çamille";
    change(id, hers, ours);
    BOOST_TEST(person(id).phone == "0499 00 00 00");
    Person german = ours;
    german.language = Language::de;
    changePerson(colleague, town.catalogue, click(), id, ours, german);
    BOOST_CHECK_EXCEPTION(change(id, ours, before), Refused, refusedWith(Refusal::changedMeanwhile));
}

BOOST_AUTO_TEST_CASE(a_new_address_gets_the_confirmation_and_the_reminder)
{
    const auto id = visit();
    sent(id, "confirmation");
    Person before = person(id), after = before;
    after.email = "Camille.Nouveau@exemple.be";
    change(id, before, after);
    BOOST_TEST(mails(id) == "confirmation/1 sent, reminder/1 waiting, confirmation/2 waiting");
    std::swap(before, after);
    change(id, before, after);
    BOOST_TEST(mails(id) == "confirmation/1 sent, reminder/1 waiting, confirmation/2 waiting",
               "what waits goes to the new one");

    const auto without = visit(camille(""));
    BOOST_TEST(mails(without) == "");
    change(without, person(without), camille("enfin@exemple.be"));
    BOOST_TEST(mails(without) == "confirmation/1 waiting, reminder/1 waiting");
}

BOOST_AUTO_TEST_CASE(an_address_taken_away_stops_what_waits)
{
    const auto id = visit();
    sent(id, "confirmation");
    change(id, person(id), camille(""));
    BOOST_TEST(mails(id) == "confirmation/1 sent, reminder/1 dropped");
    change(id, camille(""), camille());
    BOOST_TEST(mails(id) ==
               "confirmation/1 sent, reminder/1 dropped, confirmation/2 waiting, reminder/2 waiting");
}

BOOST_AUTO_TEST_CASE(a_better_address_settles_the_call_for_a_mail_that_came_back)
{
    const auto id = visit();
    town.database.execute("INSERT INTO to_call (appointment_id, reason, created_at) VALUES (" +
                          std::to_string(id.value()) + ", 'mail_failed', UTC_TIMESTAMP(3))");
    Person after = person(id);
    after.email = "juste@exemple.be";
    change(id, person(id), after);
    BOOST_TEST(town.database.value("SELECT outcome FROM to_call WHERE appointment_id = " +
                                   std::to_string(id.value())) == "settled");
}

BOOST_AUTO_TEST_CASE(a_stranded_visit_stays_on_the_list_when_its_phone_number_is_corrected)
{
    const auto id = visit(camille(""));
    callStranded(desk, click(), id);
    Person after = person(id);
    after.phone = "087 99 99 99";
    change(id, person(id), after);
    const auto list = callList(desk, town.catalogue, true);
    BOOST_TEST((std::ranges::find(list, id, &PersonToCall::appointment) != list.end()));
}

BOOST_AUTO_TEST_CASE(what_cannot_be_is_refused_before_anything_is_written)
{
    const auto id = visit();
    Person bad = person(id);
    bad.email = "no address";
    BOOST_CHECK_THROW(change(id, person(id), bad), InvalidInput);
    bad = person(id);
    bad.birthDate = {};
    BOOST_CHECK_THROW(change(id, person(id), bad), InvalidInput);
    const auto held = hold(desk, town.catalogue,
                           {Seed::random(),
                            {{town.procedure("POP-EID"), 1}},
                            makeDay(2026, 12, 10),
                            {600},
                            Channel::desk,
                            Language::fr})
                          .appointment;
    BOOST_CHECK_EXCEPTION(change(held, camille(), camille("x@exemple.be")), Refused,
                          refusedWith(Refusal::appointmentGone));
    BOOST_CHECK_EXCEPTION(change(AppointmentId(999999), camille(), camille("x@exemple.be")), Refused,
                          refusedWith(Refusal::appointmentGone));
}

BOOST_AUTO_TEST_CASE(a_birth_date_that_nobody_knew_may_stay_unknown)
{
    const auto id = visit();
    town.database.execute(
        "UPDATE attendee SET birth_year = 0, birth_month = 0, birth_day = 0 WHERE appointment_id = " +
        std::to_string(id.value()));
    Person after = person(id);
    after.note = "importée";
    change(id, person(id), after);
    BOOST_TEST(person(id).note == "importée");
    after.birthDate = {1958, 3, 14};
    change(id, person(id), after);
    BOOST_TEST((person(id).birthDate == BirthDate{1958, 3, 14}));
}

BOOST_AUTO_TEST_CASE(a_mail_is_sent_again_as_the_appointment_is_now)
{
    const auto id = visit();
    BOOST_TEST(mails(id).starts_with("confirmation/1 waiting"));
    sendAgain(desk, click(), id);
    BOOST_TEST(mails(id) == "confirmation/1 waiting, reminder/1 waiting", "it has not even gone out");
    sent(id, "confirmation");
    const RequestKey key = click();
    sendAgain(desk, key, id);
    sendAgain(desk, key, id);
    BOOST_TEST(mails(id) == "confirmation/1 sent, reminder/1 waiting, confirmation/2 waiting");
    BOOST_TEST(lastEvent() == "mail_again 1");
    BOOST_CHECK_EXCEPTION(sendAgain(desk, key, visit()), Refused, refusedWith(Refusal::requestConflict));

    cancel(desk, click(), id, "");
    sent(id, "cancellation");
    sendAgain(desk, click(), id);
    BOOST_TEST(mails(id).ends_with("cancellation/1 sent, cancellation/2 waiting"));
}

BOOST_AUTO_TEST_CASE(a_moved_visit_is_confirmed_as_it_stands_now)
{
    const auto id = visit();
    move(desk, town.catalogue, click(), id, 0, makeDay(2026, 12, 8), {600});
    sent(id, "change");
    sendAgain(desk, click(), id);
    BOOST_TEST(town.database.value(
                   "SELECT CONCAT(kind, ' ', revision, ' ', copy_no) FROM mail WHERE appointment_id = " +
                   std::to_string(id.value()) + " ORDER BY id DESC LIMIT 1") == "confirmation 1 1");
}

BOOST_AUTO_TEST_CASE(nothing_is_sent_without_an_address_or_after_the_visit)
{
    BOOST_CHECK_EXCEPTION(sendAgain(desk, click(), visit(camille(""))), Refused,
                          refusedWith(Refusal::appointmentGone));
    BOOST_CHECK_EXCEPTION(sendAgain(desk, click(), AppointmentId(999999)), Refused,
                          refusedWith(Refusal::appointmentGone));
    const auto past = visit();
    town.database.execute("UPDATE appointment SET day = '2026-11-20' WHERE id = " +
                          std::to_string(past.value()));
    BOOST_CHECK_EXCEPTION(sendAgain(desk, click(), past), Refused, refusedWith(Refusal::appointmentGone));
    town.database.execute("DELETE FROM appointment WHERE id = " + std::to_string(past.value()));
}

BOOST_AUTO_TEST_CASE(the_secrets_of_a_sheet_are_those_of_the_visit)
{
    const Seed seed = Seed::random();
    const auto id = bookVisit(desk, seed, "CIV-EXTRACT", makeDay(2026, 12, 10), {540});
    BOOST_TEST(secretsOf(desk, id).checkInToken == seed.checkInToken());
    BOOST_TEST(secretsOf(desk, id).manageToken == seed.manageToken());
    BOOST_CHECK_EXCEPTION(secretsOf(desk, AppointmentId(999999)), Refused,
                          refusedWith(Refusal::appointmentGone));
}

BOOST_AUTO_TEST_CASE(a_person_of_another_site_changes_nothing_here)
{
    const auto id = visit();
    town.database.execute("INSERT INTO site (id, code, address, time_zone) SELECT 99, 'ELSE', address, "
                          "time_zone FROM site WHERE id = 1");
    town.database.execute("UPDATE staff SET site_id = 99 WHERE account = 'ahmed'");
    Person after = person(id);
    after.note = "x";
    BOOST_CHECK_EXCEPTION(changePerson(colleague, town.catalogue, click(), id, person(id), after), Refused,
                          refusedWith(Refusal::wrongSite));
    BOOST_CHECK_EXCEPTION(sendAgain(colleague, click(), id), Refused, refusedWith(Refusal::wrongSite));
    town.database.execute("UPDATE staff SET site_id = 1 WHERE account = 'ahmed'");
    town.database.execute("DELETE FROM site WHERE id = 99");
}

BOOST_AUTO_TEST_SUITE_END()
