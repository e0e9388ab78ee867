#include "staff-desktop/logic/book_state.h"
#include "core/base/date_words.h"
#include "core/base/describe.h"
#include "staff-desktop/logic/book_presenter.h"
#include <algorithm>

namespace accueil
{
namespace
{
constexpr std::chrono::seconds urgentFrom{60};

std::string minutesAndSeconds(const Messages& m, std::chrono::seconds left)
{
    if (left < std::chrono::minutes(1)) return m.tr("{0} s", left.count());
    return fmt::format("{} min {:02}", left.count() / 60, left.count() % 60);
}
} // namespace

BookState BookPresenter::state() const
{
    BookState state{.what = what(),
                    .when = starts_.state(marks()),
                    .who = who(),
                    .overruling = overruling(),
                    .foot = foot()};
    if (holdsLess()) state.when.title = tooShort(); // "has just been taken" is not what happened
    return state;
}

BookState::What BookPresenter::what() const
{
    const Messages& m = desk_.messages();
    const Catalogue& catalogue = desk_.catalogue();
    BookState::What what{.typed = typed_, .readOnly = booking_.pending()};
    if (!typed_.empty()) what.count = m.trn("{0} found", "{0} found", static_cast<long>(found_.size()));
    for (const auto id : found_)
        if (const auto* procedure = catalogue.find(id))
            what.hits.push_back(
                {id, procedure->name.in(desk_.language()), m.tr("{0} min", procedure->minutes)});
    std::vector<ProcedureId> ids;
    for (const auto& [id, persons] : chosen_)
        if (const auto* procedure = catalogue.find(id)) {
            ids.push_back(id);
            what.chosen.push_back({id, procedure->name.in(desk_.language()), persons, procedure->maxPersons});
            if (procedure->eguichet && what.fromHome.empty()) {
                what.fromHome = m.tr("{0}: can also be done from home (e-counter).",
                                     procedure->name.in(desk_.language()));
                what.fromHomeUrl = catalogue.site().eguichetUrl;
            }
        }
    what.papers = catalogue.papers(ids, desk_.language());
    std::string names;
    for (const auto& one : chosenServices())
        names += (names.empty() ? "" : " + ") + one.shortName.in(desk_.language());
    if (!names.empty()) what.summary = m.tr("{0} min in all · {1}", minutes(), names);
    if (const auto* other = elsewhere_ ? catalogue.find(*elsewhere_) : nullptr)
        what.problem = m.tr("One visit leads to two services at most: confirm it first, then book for {0}.",
                            catalogue.find(other->service)->shortName.in(desk_.language()));
    return what;
}

StartChooser::Marks BookPresenter::marks() const
{
    StartChooser::Marks marks{.problem = keeper_.problem(), .refused = keeper_.refused()};
    if (keeper_.onItsWay()) marks.onItsWay = keeper_.onItsWay()->at;
    if (keeper_.held()) marks.held = keeper_.held()->wish.at;
    return marks;
}

BookState::Who BookPresenter::who() const
{
    const Messages& m = desk_.messages();
    BookState::Who who = who_.state(planned());
    who.readOnly = booking_.pending();
    who.canOpenTwin = !who.twin.empty() && onOpen;
    who.advice =
        who.input[PersonField::email].empty()
            ? m.tr("With an e-mail address the confirmation goes out at once. Without one, print the sheet "
                   "for the person.")
            : m.tr("The confirmation goes out by e-mail at once.");
    return who;
}

BookState::Overruling BookPresenter::overruling() const
{
    const Messages& m = desk_.messages();
    if (!overruling_.needed()) return {};
    const bool blank = overruling_.reason.find_first_not_of(' ') == std::string::npos;
    return {.shown = true,
            .words = overruling_.full ? m.tr("This place is full: it is given in addition.")
                                      : m.tr("This person has as many appointments as allowed."),
            .reason = overruling_.reason,
            .readOnly = booking_.pending(),
            .problem = overruling_.asked && blank ? m.tr("Please say why.") : ""};
}

/// "Population, zone A"; of linked appointments both, with their times as soon as they are held.
std::string BookPresenter::partsInWords(const Wish& wish) const
{
    const auto* held = keeper_.held();
    const bool placed = held && held->wish == wish && held->hold.parts.size() > 1;
    std::string words;
    const auto add = [&](ServiceId id, const std::string& time) {
        const Service* of = desk_.catalogue().find(id);
        if (!of) return; // it was closed meanwhile
        const WaitingArea* area = desk_.catalogue().find(of->area);
        words +=
            (words.empty() ? "" : " · ") + time +
            desk_.messages().tr("{0}, area {1}", of->shortName.in(desk_.language()), area ? area->code : "");
    };
    if (placed)
        for (const auto& part : held->hold.parts) add(part.service, clockText(part.start) + " ");
    else
        for (const auto& service : chosenServices()) add(service.id, "");
    return words;
}

std::string BookPresenter::tooShort() const
{
    return desk_.messages().tr("{0} does not suit a visit of {1} min. Please choose another time.",
                               clockText(keeper_.held()->wish.at.start), minutes());
}

/// Nothing is held: what was just booked, or what comes next.
void BookPresenter::fillOutcome(BookState::Foot& foot) const
{
    const Messages& m = desk_.messages();
    if (!done_) {
        foot.sentence = service() ? m.tr("Choose a time.") : m.tr("Choose what it is for, then a time.");
        return;
    }
    foot.sentence = m.tr("Booked: {0}", dayAndTime(m, done_->wish.at.day, done_->wish.at.start));
    foot.detail = m.tr("Reference {0}", referenceInWords(done_->booked.reference)) + " · " +
                  (done_->asFirstTyped
                       ? m.tr("It was booked as you first typed it. Correct it on its card: Ctrl+O.")
                   : done_->mail ? m.tr("The confirmation goes out by e-mail.")
                               : m.tr("No e-mail: print the sheet, or read the reference aloud."));
    foot.tone = Tone::good;
    foot.canPrint = static_cast<bool>(onPrint);
    foot.printsNext = foot.canPrint && !done_->mail;
}

BookState::Foot BookPresenter::foot() const
{
    const Messages& m = desk_.messages();
    const bool busy = booking_.pending() || confirmWaits_ || confirmIsNext_;
    BookState::Foot foot;
    if (const auto kept = wish()) {
        foot.sentence =
            capitalised(m.tr("{0} at {1}", dayWithYear(m, kept->at.day), clockText(kept->at.start)));
        const int length = holdsLess() ? keeper_.held()->hold.minutes : minutes();
        foot.detail =
            (holdsLess() ? "" : partsInWords(*kept) + " · ") + m.trn("{0} minute", "{0} minutes", length);
        if (const auto name = who_.input().fullName(); !name.empty()) foot.detail += " · " + name;
    } else {
        fillOutcome(foot);
    }
    if (const auto* held = keeper_.held(); held && !keeper_.onItsWay()) {
        foot.held = m.tr("Place held");
        foot.left = m.tr("{0} more", minutesAndSeconds(m, keeper_.left()));
        foot.urgent = keeper_.left() <= urgentFrom;
        foot.canProlong = !busy;
    } else if (keeper_.onItsWay()) {
        foot.held = m.tr("One moment …");
    }
    if (confirmWaits_) {
        foot.notice = m.tr("The booking goes out by itself as soon as the connection is back.");
        foot.noticeTone = Tone::look;
    } else if (holdsLess()) {
        foot.notice = tooShort();
        foot.noticeTone = Tone::look;
    } else if (twinWasNew_) {
        foot.notice = m.tr("This person already has an appointment. Confirm again for another one.");
        foot.noticeTone = Tone::look;
    } else if (bookingProblem_) {
        foot.notice = describe(m, bookingProblem_);
        foot.noticeTone = Tone::wrong;
    }
    foot.canConfirm = !foot.left.empty() && !busy && !holdsLess();
    foot.overrules = overruling_.needed();
    foot.canRestart = !booking_.pending() && (!chosen_.empty() || !who_.input().empty());
    foot.canUndo = thrownAway_.has_value();
    return foot;
}
} // namespace accueil
