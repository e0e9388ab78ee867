// installer/admin/commands.h - what accueil-admin can do. Each command throws on failure; main() tells why.
#pragma once
#include "core/booking/appointment.h"
#include "installer/admin/session.h"
#include <string>

namespace accueil::admin
{
/// Loads the town from the CSV files of `folder`; a second run changes nothing that is there.
void loadSample(store::Connection& connection, const std::string& folder);

/// `count` invented bookings of today from now on, through the real engine, spread over the services.
int makeBookings(store::Connection& connection, const Catalogue& catalogue, int count);

/// Recounts the promises of the database. One row a fault. @return how many faults
int check(store::Connection& connection, Output& output);

struct NewAccount
{
    std::string account, name, kind, area, passwordFile; ///< kind: a role, or a kind of device
};
void addStaff(store::Connection& connection, const Catalogue& catalogue, const NewAccount& account);
void addDevice(store::Connection& connection, const Catalogue& catalogue, const NewAccount& account);
} // namespace accueil::admin
