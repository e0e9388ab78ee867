// installer/admin/commands.h - what accueil-admin can do. Each command throws on failure; main() tells why.
#pragma once
#include "core/catalogue/catalogue.h"
#include "core/store/schema.h"
#include <string>

namespace accueil::admin
{
struct Options
{
    store::DatabaseConfig database;
    std::string sqlFolder;
};

/// Loads the town from the CSV files of `folder`; a second run changes nothing that is there.
void loadSample(store::Connection& connection, const std::string& folder);

/// `count` invented bookings of today from now on, through the real engine, spread over the services.
int makeBookings(store::Connection& connection, const Catalogue& catalogue, int count);

void publishSlots(store::Connection& connection, const Catalogue& catalogue, int days);

/// Recounts the promises of the database. Prints one line a fault. @return how many faults
int check(store::Connection& connection);

struct NewAccount
{
    std::string account, name, kind, area, passwordFile; ///< kind: a role, or a kind of device
};
void addStaff(store::Connection& connection, const Catalogue& catalogue, const NewAccount& account);
void addDevice(store::Connection& connection, const Catalogue& catalogue, const NewAccount& account);
} // namespace accueil::admin
