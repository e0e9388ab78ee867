#include "staff-desktop/ui/bar_acts.h"
#include "core/wxkit/accessible.h"
#include "core/wxkit/text.h"
#include <wx/sizer.h>

namespace accueil
{
namespace
{
constexpr int height = 40, gap = 6;

bool isPrimary(BarAct act)
{
    return act == BarAct::sit || act == BarAct::call || act == BarAct::here || act == BarAct::finish ||
           act == BarAct::goOn;
}

struct Shown
{
    BarAct act;
    bool shown, enabled;
};

std::vector<Shown> shownIn(const CounterState& state)
{
    const CounterPhase at = state.phase;
    const auto& can = state.acts;
    const bool away = at == CounterPhase::away, free = at == CounterPhase::free,
               paused = at == CounterPhase::paused, called = at == CounterPhase::called,
               serving = at == CounterPhase::serving,
               here = serving && !state.atOnce, away_ = called || (serving && state.atOnce);
    return {{BarAct::sit, away, can.sitDown},          {BarAct::call, free, can.callNext},
            {BarAct::here, called, can.here},          {BarAct::finish, serving, can.finish},
            {BarAct::goOn, paused, can.goOn},          {BarAct::recall, away_, can.recall},
            {BarAct::noShow, away_, can.noShow},       {BarAct::park, here, can.park},
            {BarAct::transfer, here, can.transfer},    {BarAct::pause, free, can.pause},
            {BarAct::help, free || paused, can.help}};
}
} // namespace

BarActs::BarActs(wxWindow* parent, Look& look) : Box(parent), look_(look)
{
    row_ = new wxBoxSizer(wxHORIZONTAL);
    auto* edge = new wxBoxSizer(wxVERTICAL);
    edge->Add(row_, wxSizerFlags(1).Expand().Border(wxALL, FromDIP(ringRoom)));
    SetSizer(edge);
    for (const auto act : {BarAct::sit, BarAct::call, BarAct::here, BarAct::finish, BarAct::goOn})
        add(act, "primary", 1);
    for (const auto act : {BarAct::recall, BarAct::noShow, BarAct::park, BarAct::transfer, BarAct::pause,
                           BarAct::help, BarAct::fold})
        add(act, nullptr, 0);
    buttons_[BarAct::fold]->SetMinSize(FromDIP(wxSize(height, height)));
    recolour();
}

void BarActs::add(BarAct act, const char* style, int grows)
{
    auto* button = new KeyButton(this, style);
    button->SetFont(
        wxkit::font(isPrimary(act) ? 15 : 13.5, isPrimary(act) ? wxkit::Weight::label : wxkit::Weight::text));
    button->SetMinSize(FromDIP(wxSize(-1, height)));
    button->Bind(wxEVT_BUTTON, [this, act](wxCommandEvent&) { onAct(act); });
    const bool first = row_->IsEmpty() || isPrimary(act);
    row_->Add(button, wxSizerFlags(grows).Border(wxLEFT, first ? 0 : FromDIP(gap)));
    buttons_[act] = button;
}

void BarActs::setIcon(BarAct act, wxkit::Icon icon)
{
    buttons_[act]->SetBitmap(wxkit::icon(icon, look_.palette().ink, 18));
}

void BarActs::recolour()
{
    setIcon(BarAct::pause, wxkit::Icon::pause);
    setIcon(BarAct::help, wxkit::Icon::bell);
    setIcon(BarAct::transfer, wxkit::Icon::serving);
    setIcon(BarAct::fold, unfolded_ ? wxkit::Icon::chevronUp : wxkit::Icon::chevronDown);
}

void BarActs::relabel(const Messages& m)
{
    buttons_[BarAct::sit]->set(m.tr("Sit down here"));
    buttons_[BarAct::call]->set(m.tr("Call next"), "F9");
    buttons_[BarAct::here]->set(m.trc("visit", "Here"), "F10");
    buttons_[BarAct::finish]->set(m.trc("visit", "Finish"), "F11");
    buttons_[BarAct::goOn]->set(m.trc("pause", "Go on"), "F8");
    buttons_[BarAct::recall]->set(m.trc("bar", "Call again"), "F9");
    buttons_[BarAct::park]->set(m.trc("visitor", "Set aside"));
    buttons_[BarAct::transfer]->set(m.trc("visitor", "Transfer"));
    buttons_[BarAct::pause]->set(m.trc("state", "Pause"));
    buttons_[BarAct::help]->set(m.trc("bar", "Help"));
    wxkit::setAccessible(*buttons_[BarAct::fold], m.tr("More, or less"),
                         m.tr("Papers, waiting list, set aside"));
    buttons_[BarAct::fold]->SetToolTip(to_wx(m.tr("More, or less")));
}

void BarActs::show(const CounterState& state, bool unfolded)
{
    for (const auto& [act, shown, enabled] : shownIn(state)) {
        buttons_[act]->Enable(enabled);
        buttons_[act]->Show(shown);
    }
    buttons_[BarAct::noShow]->set(state.noShow);
    if (unfolded != unfolded_) {
        unfolded_ = unfolded;
        setIcon(BarAct::fold, unfolded_ ? wxkit::Icon::chevronUp : wxkit::Icon::chevronDown);
    }
    Layout();
}

void BarActs::rest()
{
    buttons_[BarAct::fold]->SetFocus();
}
} // namespace accueil
