// kiosk-app/logic/kiosk_service.h - what the kiosk asks of the town's data, of the printer and of the voice.
#pragma once
#include "core/queue/arrival.h"
#include <optional>
#include <string>
#include <vector>

namespace accueil::kiosk
{
/// One procedure for which somebody may come without appointment.
struct WalkInOffer
{
    ProcedureId procedure;
    LocalizedText name, service;
};

/// What the kiosk keeps of the catalogue: its pages are shown without asking again.
struct KioskSite
{
    LocalizedText town; ///< "Ville de Verviers"
    std::string timeZone = "Europe/Brussels";
    std::string phone, bookingUrl;
    QueuePolicy policy;
    std::vector<WalkInOffer> walkIns;
};

/// How busy a service is now.
struct Outlook
{
    int ahead = 0;
    WaitRange wait;
};

/// A ticket with what to have ready, in every language: the visitor may still change his.
struct KioskTicket
{
    IssuedTicket issued;
    std::vector<LocalizedText> papers;
    LocalizedText next = {};   ///< the service that comes afterwards, of a linked visit
    std::string nextArea = {}; ///< where one waits for it; empty: nothing comes afterwards
};

/// Runs on the worker thread. Every function may throw ConnectionLost and its kin; what else is said below.
class KioskService
{
public:
    virtual ~KioskService() = default;

    /// Opens the connection if need be, and reads the catalogue again when it has changed.
    /// @param trouble  of the printer, in one word, for the supervision; empty when there is none
    virtual KioskSite refresh(const std::string& trouble) = 0;

    /// @param token  as parseScannedCode gives it: ours, or the code of an older system  @throws Refused
    virtual Found findByToken(const std::string& token) = 0;
    virtual std::vector<Found> findByBirthDate(const BirthDate& date) = 0; ///< @throws Refused
    virtual std::vector<MinuteOfDay> timesToAsk(const std::vector<Found>& found) = 0;
    virtual Outlook outlook(ServiceId service) = 0;
    virtual KioskTicket checkIn(const RequestKey& key, AppointmentId appointment) = 0; ///< @throws Refused
    virtual KioskTicket walkIn(const RequestKey& key, ProcedureId procedure,
                               Language language) = 0;    ///< @throws Refused
    virtual KioskTicket ticketAgain(TicketId ticket) = 0; ///< @throws Refused
};

class KioskPrinter
{
public:
    virtual ~KioskPrinter() = default;
    /// On the printing thread; returns when the paper is out. @throws PrintFailed in bounded time
    virtual void print(const IssuedTicket& ticket, Language language) = 0;
};

/// Reads aloud. GUI thread; never waits.
class KioskVoice
{
public:
    virtual ~KioskVoice() = default;
    virtual bool available() const = 0;                               ///< no sound card, no button
    virtual void say(const std::string& text, Language language) = 0; ///< stops what it was saying
    virtual void stop() = 0;
    virtual bool speaking() const = 0;
};
} // namespace accueil::kiosk
