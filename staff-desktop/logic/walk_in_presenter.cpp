#include "staff-desktop/logic/walk_in_presenter.h"
#include "core/base/describe.h"
#include "staff-desktop/logic/procedure_search.h"
#include <algorithm>

namespace accueil
{
WalkInPresenter::WalkInPresenter(Desk& desk)
    : desk_(desk), inquiry_(desk.tasks, desk.link), restored_(desk.link.onRestored([this] {
          if (waits_) send();
      })),
      spoken_(desk.speech.onChanged([this] { find(); }))
{
    find();
}

// ---- what for

void WalkInPresenter::search(const std::string& text)
{
    if (busy() || text == typed_) return;
    typed_ = text;
    problem_ = nullptr;
    if (!typed_.empty()) given_.reset(); // the next visitor
    chosen_ = {};
    find();
}

void WalkInPresenter::find()
{
    const Catalogue& catalogue = desk_.catalogue();
    hits_ = findProcedures(catalogue, typed_, desk_.language());
    const auto needsAppointment = [&](ProcedureId id) { return catalogue.find(id)->walkIn == WalkIn::no; };
    const auto other = std::ranges::find_if(hits_, needsAppointment);
    elsewhere_ = typed_.empty() || other == hits_.end() ? ProcedureId{} : *other;
    std::erase_if(hits_, needsAppointment);
    if (std::ranges::find(hits_, chosen_) == hits_.end()) chosen_ = {};
    if (!chosen_ && !typed_.empty() && !hits_.empty()) chosen_ = hits_.front();
    changed_();
}

void WalkInPresenter::renewed()
{
    find();
}

void WalkInPresenter::choose(ProcedureId procedure)
{
    if (busy() || procedure == chosen_ || std::ranges::find(hits_, procedure) == hits_.end()) return;
    chosen_ = procedure;
    problem_ = nullptr;
    changed_();
}

void WalkInPresenter::move(int lines)
{
    if (hits_.empty()) return;
    const auto last = std::ssize(hits_) - 1;
    const auto at = std::ranges::find(hits_, chosen_) - hits_.begin();
    const auto next = chosen_ ? std::clamp<std::ptrdiff_t>(at + lines, 0, last) : 0;
    choose(hits_[static_cast<std::size_t>(next)]);
}

// ---- who

void WalkInPresenter::setLanguage(Language language)
{
    if (busy()) return;
    language_ = language;
    changed_();
}

void WalkInPresenter::setPriority(bool first)
{
    if (busy()) return;
    priority_ = first;
    changed_();
}

// ---- the ticket

void WalkInPresenter::give()
{
    if (busy() || !chosen_) return;
    given_.reset();
    wish_ = Wish{Seed::random(), chosen_, language_, priority_};
    send();
    changed_();
}

void WalkInPresenter::send()
{
    if (inquiry_.pending()) return;
    waits_ = false;
    problem_ = nullptr;
    inquiry_.ask(
        [&service = desk_.service, wish = *wish_] {
            return service.walkIn(wish.seed.requestKey("walk-in"), wish.procedure, wish.language,
                                  wish.priority);
        },
        [this](const IssuedTicket& ticket) { answered(ticket); },
        [this](const std::exception_ptr& error) { refused(error); });
}

void WalkInPresenter::answered(const IssuedTicket& ticket)
{
    given_ = Given{ticket, *wish_};
    wish_.reset();
    typed_.clear();
    chosen_ = {};
    language_ = Language::fr;
    priority_ = false;
    find();
    issued_();
}

void WalkInPresenter::refused(const std::exception_ptr& error)
{
    if (isLoss(error))
        waits_ = true; // sent again with the same key as soon as somebody answers
    else
        wish_.reset();
    problem_ = error;
    changed_();
}

void WalkInPresenter::giveUp()
{
    if (!waits_) return;
    waits_ = false;
    wish_.reset();
    problem_ = nullptr;
    changed_();
}

// ---- in words

WalkInState::Hit WalkInPresenter::hitOf(ProcedureId id) const
{
    const Messages& m = desk_.messages();
    const Procedure* procedure = desk_.catalogue().find(id);
    const Service* service = desk_.catalogue().find(procedure->service);
    const std::string kind = procedure->walkIn == WalkIn::urgent   ? m.trc("walk-in", "urgent")
                             : procedure->walkIn == WalkIn::pickup ? m.trc("walk-in", "to collect")
                                                                   : "";
    return {id, procedure->name.in(m.language()), service ? service->shortName.in(m.language()) : "", kind};
}

std::string WalkInPresenter::nothingFound() const
{
    const Messages& m = desk_.messages();
    if (const Procedure* other = desk_.catalogue().find(elsewhere_))
        return m.tr("{0}: by appointment only. Offer the next free place with F2.",
                    other->name.in(m.language()));
    return typed_.empty() ? m.tr("Everything here is by appointment. Offer the next free place with F2.")
                          : m.tr("Nothing without appointment fits. Try another word.");
}

WalkInState::Given WalkInPresenter::given() const
{
    const Messages& m = desk_.messages();
    const auto& [ticket, wish] = *given_;
    const Procedure* procedure = desk_.catalogue().find(wish.procedure);
    WalkInState::Given given{.number = ticket.number, .area = m.tr("Waiting area {0}", ticket.area)};
    given.wait = ticket.ahead == 0
                     ? m.tr("Nobody ahead of you")
                     : m.trn("{0} person ahead of you", "{0} people ahead of you", ticket.ahead);
    given.wait += " · " + waitShort(m, ticket.wait);
    given.what = clockText(desk_.local(ticket.arrivedAt).minute);
    if (procedure) given.what += " · " + procedure->name.in(m.language());
    if (wish.priority) given.what += " · " + m.trc("walk-in", "priority");
    return given;
}

void WalkInPresenter::addNotice(WalkInState& state) const
{
    const Messages& m = desk_.messages();
    if (waits_) {
        state.notice = m.tr("No connection. The ticket is given by itself as soon as it is back, once.");
        state.tone = Tone::look;
    } else if (inquiry_.pending()) {
        state.notice = m.tr("One moment …");
    } else if (isRefusal(problem_, Refusal::walkInsStopped)) {
        state.notice = m.tr("This service takes nobody without appointment at the moment. "
                            "Offer the next free place with F2.");
        state.tone = Tone::look;
    } else if (problem_) {
        state.notice = describe(m, problem_);
        state.tone = Tone::look;
    } else if (given_) {
        state.notice = m.tr("Say this number, or write it down: it is enough.");
        state.tone = Tone::good;
    }
}

WalkInState WalkInPresenter::state() const
{
    WalkInState state{.typed = typed_, .chosen = chosen_, .language = language_, .priority = priority_};
    for (const auto id : hits_) state.hits.push_back(hitOf(id));
    if (hits_.empty()) state.nothing = nothingFound();
    state.canType = !busy();
    state.canGive = !busy() && chosen_;
    state.canGiveUp = waits_;
    if (given_) state.given = given();
    addNotice(state);
    return state;
}
} // namespace accueil
