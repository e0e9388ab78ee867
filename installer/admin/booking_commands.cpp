// starts, book, move, cancel
#include "core/agenda/free_starts.h"
#include "core/agenda/online_window.h"
#include "core/booking/appointment.h"
#include "core/store/sql.h"
#include "installer/admin/session.h"
#include <CLI/CLI.hpp>
#include <fmt/format.h>

namespace accueil::admin
{
namespace
{
struct BookingOptions
{
    std::vector<std::string> procedures;
    std::string from, day, time, channel = "desk", key, reference, reason, birthDate, language = "fr";
    Person person;
    int days = 14;
};

/// "POP-EID:2": two people.
Wanted wantedOf(const Catalogue& catalogue, const std::string& text)
{
    const auto colon = text.find(':');
    const Procedure* procedure = catalogue.procedureByCode(text.substr(0, colon));
    if (!procedure) throw InvalidInput("there is no procedure " + text.substr(0, colon));
    return {procedure->id, colon == std::string::npos ? 1 : std::stoi(text.substr(colon + 1))};
}

std::vector<Wanted> wantedOf(const Catalogue& catalogue, const std::vector<std::string>& texts)
{
    std::vector<Wanted> all;
    for (const auto& text : texts) all.push_back(wantedOf(catalogue, text));
    return all;
}

Channel channelOf(const std::string& text)
{
    if (text == "online") return Channel::online;
    return text == "phone" ? Channel::phone : Channel::desk;
}

/// The key of a script's request, or a new one: the same key again does nothing twice.
Seed seedOf(const std::string& key)
{
    if (key.empty()) return Seed::random();
    const auto seed = Seed::fromHex(key);
    if (!seed) throw InvalidInput("--key takes 32 hexadecimal digits");
    return *seed;
}

Appointment appointmentOf(Session& session, const std::string& text)
{
    const auto reference = parseReference(text);
    if (!reference) throw InvalidInput("not a reference: " + text);
    const auto row = store::one<AppointmentId>(session.connection().session(),
                                               "SELECT id FROM appointment WHERE reference = :reference AND part = 1", *reference);
    if (!row) throw Refused(Refusal::codeUnknown);
    return findAppointment(session.connection(), std::get<0>(*row)).value();
}

void showStarts(Context& context, const BookingOptions& o)
{
    Session session = context.session();
    const auto wanted = wantedOf(session.catalogue(), o.procedures);
    const Service& service = *session.catalogue().find(session.catalogue().find(wanted.front().procedure)->service);
    LocalTime earliest = session.now();
    const Day from = o.from.empty() ? earliest.day : dayOf(o.from);
    int days = o.days;
    if (o.channel == "online") {
        const OnlineWindow window = onlineWindow(session.catalogue(), service, session.connection().clock().now());
        earliest = window.earliest;
        days = std::min(days, window.daysFrom(from));
    }
    const StartQuery query{service.id, from, days, visitMinutes(session.catalogue(), wanted), channelOf(o.channel), earliest};
    for (const auto& day : freeStarts(session.connection(), query))
        for (const auto& start : day.starts)
            context.output.row({{"day", isoDay(day.day)}, {"start", clockText(start.start)}, {"places", start.places}},
                               fmt::format("{} {} {}", isoDay(day.day), clockText(start.start), start.places));
}

void makeBooking(Context& context, BookingOptions o)
{
    Session session = context.session();
    const Language language = parseLanguage(o.language).value_or(Language::fr);
    const auto born = parseBirthDate(o.birthDate, session.now().day);
    if (!born) throw InvalidInput("not a birth date");
    o.person.birthDate = *born;
    o.person.language = language;
    const Seed seed = seedOf(o.key);
    const Hold held = hold(session.connection(), session.catalogue(),
                           {seed, wantedOf(session.catalogue(), o.procedures), dayOf(o.day), minuteOf(o.time), channelOf(o.channel), language});
    Booked booked;
    try {
        booked = book(session.connection(), session.catalogue(), seed, held.appointment, o.person);
    } catch (const InvalidInput&) {
        release(session.connection(), seed, held.appointment); // nobody else should wait for a typing error
        throw;
    }
    context.output.row({{"appointment", booked.appointment.value()}, {"reference", booked.reference}, {"key", seed.hex()}},
                       referenceInWords(booked.reference));
}
} // namespace

void addBookingCommands(CLI::App& app, Context& context)
{
    const auto o = std::make_shared<BookingOptions>();
    auto* starts = app.add_subcommand("starts", "Free starts of a visit");
    starts->add_option("--procedure", o->procedures, "CODE or CODE:persons, one to five")->required();
    starts->add_option("--from", o->from, "First day (default: today)");
    starts->add_option("--days", o->days, "How many days")->check(CLI::Range(1, 400))->capture_default_str();
    starts->add_option("--channel", o->channel, "online, desk")->check(CLI::IsMember({"online", "phone", "desk"}))->capture_default_str();
    starts->callback([&context, o] { showStarts(context, *o); });

    auto* book = app.add_subcommand("book", "Book a visit; prints its reference");
    book->add_option("--procedure", o->procedures, "CODE or CODE:persons, one to five of one service")->required();
    book->add_option("--day", o->day, "2026-11-26")->required();
    book->add_option("--time", o->time, "08:30")->required();
    book->add_option("--last-name", o->person.lastName)->required();
    book->add_option("--first-name", o->person.firstName)->required();
    book->add_option("--birth-date", o->birthDate, "14.03.1958")->required();
    book->add_option("--email", o->person.email);
    book->add_option("--phone", o->person.phone);
    book->add_option("--note", o->person.note);
    book->add_option("--language", o->language)->check(CLI::IsMember({"fr", "nl", "de", "en"}))->capture_default_str();
    book->add_option("--channel", o->channel)->check(CLI::IsMember({"online", "phone", "desk"}))->capture_default_str();
    book->add_option("--key", o->key, "32 hexadecimal digits: the same key again books nothing twice");
    book->callback([&context, o] { makeBooking(context, *o); });

    auto* moving = app.add_subcommand("move", "Another day or start for an appointment");
    moving->add_option("reference", o->reference, "KXTR-BVLN")->required();
    moving->add_option("--day", o->day, "2026-11-26")->required();
    moving->add_option("--time", o->time, "08:30")->required();
    moving->callback([&context, o] {
        Session session = context.session();
        const Appointment appointment = appointmentOf(session, o->reference);
        move(session.connection(), session.catalogue(), Seed::random().requestKey("move"), appointment.id, appointment.revision,
             dayOf(o->day), minuteOf(o->time));
    });

    auto* cancelling = app.add_subcommand("cancel", "Give an appointment's place back");
    cancelling->add_option("reference", o->reference, "KXTR-BVLN")->required();
    cancelling->add_option("--reason", o->reason, "Kept with the appointment");
    cancelling->callback([&context, o] {
        Session session = context.session();
        cancel(session.connection(), Seed::random().requestKey("cancel"), appointmentOf(session, o->reference).id, o->reason);
    });
}
} // namespace accueil::admin
