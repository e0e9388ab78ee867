// core/booking/appointment.h - appointments as the staff sees them (staff accounts only).
#pragma once
#include "core/booking/booking.h"
#include <optional>

namespace accueil
{
/// What a person at the desk calls the state: the appointment's own, refined by its ticket's.
enum class VisitState { held, booked, arrived, called, serving, served, missed, cancelled, parked };

struct Appointment
{
    AppointmentId id;
    std::string reference;
    int revision = 0; ///< for move(): raised by every change that the citizen is told
    ServiceId service;
    Day day;
    MinuteOfDay start;
    int minutes = 0;
    int part = 1, parts = 1; ///< linked appointments: which one of the visit this is, and of how many
    Channel channel = Channel::desk;
    VisitState state = VisitState::booked;
    std::vector<Wanted> wanted;
    Person person;            ///< empty for a hold
    std::string ticketNumber; ///< "A042", empty before the arrival
    TicketId ticket{};        ///< 0 before the arrival
};

/// One day of a site, all services or one, in order of start.
std::vector<Appointment> appointmentsOfDay(store::Connection& connection, SiteId site, Day day, ServiceId service = {});
std::optional<Appointment> findAppointment(store::Connection& connection, AppointmentId id);
/// The whole visit that `any` is a part of, in order of time; empty when there is none.
std::vector<Appointment> partsOfVisit(store::Connection& connection, AppointmentId any);
/// In the order of `ids`, without those that are gone.
std::vector<Appointment> findAppointments(soci::session& session, const std::vector<AppointmentId>& ids);

/// What this person (name, first name, birth date; accents and case ignored) still has to come for, every part, by day and
/// start: shown before a double is made.
std::vector<Appointment> upcomingVisits(store::Connection& connection, const Person& person, Day today);
/// Whether one person would have to be at two places at once.
bool overlap(const Appointment& appointment, Day day, MinuteOfDay start, int minutes);
} // namespace accueil
