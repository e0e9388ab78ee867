// starts, book, move, cancel
#include "core/agenda/free_starts.h"
#include "core/agenda/online_window.h"
#include "core/booking/appointment.h"
#include "core/store/sql.h"
#include "installer/admin/commands.h"
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
    bool beyondCapacity = false;
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

/// "09:00 POP, 09:20 PPC": only of a linked visit.
std::string inOrder(const Catalogue& catalogue, const StartQuery& query, const FreeStart& start)
{
    if (!query.linked) return {};
    const std::string &asked = catalogue.find(query.service)->code, &other = catalogue.find(query.linked->service)->code;
    return fmt::format(" {} {}, {} {}", clockText(start.start), start.swapped ? other : asked, clockText(start.second),
                       start.swapped ? asked : other);
}

void showStarts(Context& context, const BookingOptions& o)
{
    Session session = context.session();
    const Catalogue& catalogue = session.catalogue();
    const Day from = o.from.empty() ? session.now().day : dayOf(o.from);
    const StartQuery query = startQuery(catalogue, wantedOf(catalogue, o.procedures), channelOf(o.channel), from, o.days,
                                        session.connection().clock().now());
    for (const auto& day : freeStarts(session.connection(), query))
        for (const auto& start : day.starts) {
            nlohmann::json row{{"day", isoDay(day.day)}, {"start", clockText(start.start)}, {"minutes", start.minutes},
                               {"places", start.places}};
            if (query.linked) {
                row["second"] = clockText(start.second);
                row["swapped"] = start.swapped;
            }
            context.output.row(row, fmt::format("{} {} {}{}", isoDay(day.day), clockText(start.start), start.places,
                                                inOrder(catalogue, query, start)));
        }
}

/// Upcoming visits of the same person, said before a double is made. @return which of them overlap the new one
std::vector<std::string> warnings(Session& session, const Person& person, const Hold& held, Day day)
{
    std::vector<std::string> texts;
    for (const auto& other : upcomingVisits(session.connection(), person, session.now().day)) {
        if (other.reference == held.reference) continue; // the same key again: this visit itself
        const bool clashes = overlap(other, day, held.parts.front().start, held.minutes);
        texts.push_back(fmt::format("{} {} {} {}", clashes ? "overlaps" : "also has", referenceInWords(other.reference), isoDay(other.day),
                                    clockText(other.start)));
    }
    return texts;
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
                           {seed, wantedOf(session.catalogue(), o.procedures), dayOf(o.day), minuteOf(o.time), channelOf(o.channel), language,
                            o.beyondCapacity});
    const auto warned = warnings(session, o.person, held, dayOf(o.day));
    Booked booked;
    try {
        booked = book(session.connection(), session.catalogue(), seed, held.appointment, o.person, o.reason);
    } catch (const ConnectionLost&) {
        throw; // it may have happened: the same key tells
    } catch (...) {
        release(session.connection(), seed, held.appointment); // nobody else should wait for what was refused
        throw;
    }
    nlohmann::json parts = nlohmann::json::array();
    for (const auto& part : held.parts)
        parts.push_back({{"service", session.catalogue().find(part.service)->code}, {"start", clockText(part.start)}, {"minutes", part.minutes}});
    std::string text = referenceInWords(booked.reference);
    for (const auto& warning : warned) text += "\n  same person " + warning;
    context.output.row({{"appointment", booked.appointment.value()}, {"reference", booked.reference}, {"key", seed.hex()}, {"parts", parts},
                        {"warnings", warned}}, text);
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
    book->add_option("--procedure", o->procedures, "CODE or CODE:persons, one to five of one service, or of two back to back")->required();
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
    book->add_flag("--beyond-capacity", o->beyondCapacity, "Also where nothing is free (supervisors; needs --reason)");
    book->add_option("--reason", o->reason, "Why a limit or the capacity is overruled");
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
