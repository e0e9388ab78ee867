// staff-desktop/logic/walk_in_presenter.h - tickets for those who come without appointment.
#pragma once
#include "staff-desktop/logic/book_state.h"
#include "staff-desktop/logic/desk.h"
#include "staff-desktop/logic/inquiry.h"

namespace accueil
{
struct WalkInState
{
    struct Hit
    {
        ProcedureId id{};
        std::string name{}, service{}, kind{}; ///< kind: "urgent", "to collect", or nothing
        friend bool operator==(const Hit&, const Hit&) = default;
    };
    struct Given
    {
        std::string number{}, area{}, wait{}; ///< "A042", "Waiting area A", "3 people ahead · 5 to 10 min"
        std::string what{};                   ///< "10:42 · Certificate of residence · priority"
        friend bool operator==(const Given&, const Given&) = default;
    };

    std::string typed{};
    std::vector<Hit> hits{};
    std::string nothing{}; ///< why there are no hits, and what to do
    ProcedureId chosen{};
    Language language = Language::fr;
    bool priority = false;
    bool canType = true; ///< nothing is on its way
    bool canGive = false;
    bool canGiveUp = false;
    std::optional<Given> given{};
    std::string notice{};
    Tone tone = Tone::plain;
};

/// One ticket at a time; a press whose answer was lost is sent again with its key, by itself. GUI thread.
class WalkInPresenter
{
public:
    explicit WalkInPresenter(Desk& desk);

    WalkInState state() const;

    void search(const std::string& text);
    void choose(ProcedureId procedure);  ///< one of the hits
    void move(int lines);                ///< up or down among the hits
    void setLanguage(Language language); ///< of the visitor: the screens and the voice speak it
    void setPriority(bool first);
    void give();
    void giveUp();  ///< a ticket that waits for the link is no longer wanted
    void renewed(); ///< the catalogue is another

    /// The last ticket, for paper: null before the first and once the next visitor is typed in.
    const IssuedTicket* ticket() const { return given_ ? &given_->ticket : nullptr; }
    Language languageOfTicket() const { return given_ ? given_->wish.language : Language::fr; }

    Listening onChanged(std::function<void()> listener) { return changed_.connect(std::move(listener)); }
    /// A ticket was given.
    Listening onGiven(std::function<void()> listener) { return issued_.connect(std::move(listener)); }

private:
    struct Wish ///< of one press
    {
        Seed seed;
        ProcedureId procedure;
        Language language;
        bool priority;
    };
    struct Given
    {
        IssuedTicket ticket;
        Wish wish;
    };
    void find();
    void send();
    void answered(const IssuedTicket& ticket);
    void refused(const std::exception_ptr& error);
    bool busy() const { return inquiry_.pending() || waits_; }
    WalkInState::Hit hitOf(ProcedureId id) const;
    WalkInState::Given given() const;
    std::string nothingFound() const;
    void addNotice(WalkInState& state) const;

    Desk& desk_;
    Inquiry inquiry_;
    std::string typed_;
    std::vector<ProcedureId> hits_;
    ProcedureId elsewhere_; ///< fits what is typed, but needs an appointment
    ProcedureId chosen_;
    Language language_ = Language::fr;
    bool priority_ = false;
    std::optional<Wish> wish_; ///< on its way, or waiting for the link
    bool waits_ = false;
    std::optional<Given> given_;
    std::exception_ptr problem_;
    Signal<> changed_, issued_;
    Listening restored_, spoken_;
};
} // namespace accueil
