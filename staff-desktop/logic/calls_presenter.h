// staff-desktop/logic/calls_presenter.h - people to call, appointments without a place, and the letters for
// those who have no telephone.
#pragma once
#include "staff-desktop/logic/calls_state.h"
#include "staff-desktop/logic/desk.h"
#include "staff-desktop/logic/inquiry.h"
#include "staff-desktop/logic/print_presenter.h"
#include <map>

namespace accueil
{
/// GUI thread. The list stays as it is while it is read anew, the chosen line stays chosen; what a colleague
/// has done with it meanwhile is said on it.
class CallsPresenter
{
public:
    using Print = std::function<void(PrintDocument)>;
    CallsPresenter(Desk& desk, Print print);

    CallsState state() const;
    /// How many are to be called or decided about; 0 before anybody has looked.
    std::size_t open() const;
    std::string tabName() const; ///< "À appeler (7)"

    void look(CallsState::View view);
    void choose(long long key); ///< 0 for none
    void chooseStart(std::size_t index);
    void typeReason(const std::string& reason);
    void typeEmail(const std::string& email);
    void act(CallAct act);
    void giveUp();       ///< no cancelling after all
    void printList();    ///< all open ones, with boxes to tick
    void writeLetters(); ///< to all who have no telephone
    void show(bool visible);
    void changed(); ///< somebody changed the agenda
    void tick();

    Listening onChanged(std::function<void()> listener) { return changed_.connect(std::move(listener)); }

private:
    /// One line: somebody to call, an appointment without a place, or both.
    struct Item
    {
        long long key = 0;
        std::optional<PersonToCall> call{};
        std::optional<StrandedVisit> visit{};
        std::optional<PersonToCall> asked{}; ///< of a visit: somebody has called or written, no answer yet
        /// Somebody is or was spoken to: what is decided needs no other call.
        bool agreed() const { return call || asked; }
        Offer first{}; ///< what comes first: the time known or the new one
    };
    /// Letters that are being written: the same again after a loss.
    struct Batch
    {
        std::vector<PersonToCall> people{};
        Seed seed{};
    };

    static long long keyOf(const PersonToCall& person);
    static long long keyOf(const StrandedVisit& visit);
    void reload();
    void answered(PeopleToCall all);
    void arrange();
    const std::vector<Item>& items() const { return view_ == CallsState::View::open ? open_ : done_; }
    const Item* chosen() const;
    const PersonToCall* overtaking(const Item& item) const;
    bool needsSomebody(const Item& item) const;
    void forgetChoice();
    void askStarts();
    void send(CallAct act);
    void sent(CallAct act, long long key);
    void failed(const std::exception_ptr& error);
    void writeLettersTo(std::vector<PersonToCall> people);
    void sendBatch();
    RequestKey keyFor(const std::string& wish);
    std::function<void(DeskService&)> work(CallAct act, const Item& item);

    // calls_state.cpp
    CallsState::Row rowOf(const Item& item) const;
    CallsState::Details detailsOf(const Item& item) const;
    void describePerson(CallsState::Details& details, const PersonToCall& person) const;
    void describeVisit(CallsState::Details& details, const StrandedVisit& visit) const;
    void addStarts(CallsState::Details& details, const Item& item) const;
    void addActs(CallsState::Details& details, const Item& item) const;
    void addNotice(CallsState::Details& details, const Item& item) const;
    std::string summary() const;
    std::string nothing() const;
    std::string saidOf(CallAct act, const Item& item) const;
    std::string notReached(const PersonToCall& person) const;

    Desk& desk_;
    const Print print_;
    Inquiry list_, act_, starts_;
    PeopleToCall all_;
    std::vector<Item> open_, done_;
    bool loaded_ = false, stale_ = true, visible_ = false;
    std::exception_ptr listProblem_;
    Instant hiddenDue_; ///< a hidden page looks again then
    CallsState::View view_ = CallsState::View::open;
    std::optional<Item> chosen_; ///< as it was last seen
    std::vector<Offer> offers_;
    std::optional<std::size_t> offer_;
    bool offersKnown_ = false;
    std::exception_ptr offersProblem_;
    bool cancelling_ = false;
    std::string reason_, email_;
    bool reasonMissing_ = false;
    std::exception_ptr problem_;
    std::string said_;
    Tone saidTone_ = Tone::good;
    std::optional<Batch> batch_;
    std::map<std::string, Seed> wishes_; ///< one a wish: the same press twice is one act
    LocalTime shownAt_;
    Signal<> changed_;
    Listening restored_;
};
} // namespace accueil
