#include "staff-desktop/ui/supervision_form.h"
#include "core/wxkit/accessible.h"
#include "core/wxkit/text.h"
#include "staff-desktop/ui/supervision_side.h"
#include <algorithm>
#include <wx/sizer.h>
#include <wx/wrapsizer.h>

namespace accueil
{
namespace
{
constexpr int listHeight = 120, textLabelWidth = 92;

void offer(wxChoice& choice, std::vector<std::string>& shown, const std::vector<std::string>& now)
{
    if (shown == now) return;
    shown = now;
    wxArrayString items;
    for (const auto& one : now) items.Add(to_wx(one));
    choice.Set(items);
}
} // namespace

SupervisionFormPanel::SupervisionFormPanel(wxWindow* parent, SupervisionPresenter& presenter,
                                           const Look& look, const Speech& speech)
    : Box(parent), presenter_(presenter), look_(look), speech_(speech)
{
    wxkit::addClass(*this, "card");
    SetMinSize(FromDIP(wxSize(supervisionSideWidth, -1)));
    build();
}

void SupervisionFormPanel::build()
{
    auto* outer = new wxBoxSizer(wxVERTICAL);
    title_ = new Text(this, 17, wxkit::Weight::title);
    outer->Add(title_, wxSizerFlags().Expand().Border(wxLEFT | wxRIGHT | wxTOP, FromDIP(12)));
    body_ =
        new wxScrolledWindow(this, wxID_ANY, wxDefaultPosition, wxDefaultSize, wxVSCROLL | wxTAB_TRAVERSAL);
    body_->SetScrollRate(0, FromDIP(8));
    auto* column = new wxBoxSizer(wxVERTICAL);
    explains_ = new Text(body_, 15);
    column->Add(explains_, wxSizerFlags().Expand().Border(wxBOTTOM, FromDIP(8)));
    buildChoices(*column);
    buildParts(*column);
    buildMessage(*column);
    buildLists(*column, look_);
    body_->SetSizer(column);
    outer->Add(body_, wxSizerFlags(1).Expand().Border(wxLEFT | wxRIGHT | wxTOP, FromDIP(12)));
    buildFoot(*outer);
    SetSizer(outer);
}

/// Several of a few: areas, services.
void SupervisionFormPanel::buildChoices(wxSizer& column)
{
    toggleRow_ = new Box(body_);
    auto* row = new wxWrapSizer(wxHORIZONTAL, wxREMOVE_LEADING_SPACES);
    for (std::size_t i = 0; i < toggles_.size(); ++i) {
        toggles_[i] = new Toggle(toggleRow_);
        toggles_[i]->SetMinSize(FromDIP(wxSize(-1, 34)));
        toggles_[i]->Bind(wxEVT_TOGGLEBUTTON, [this, i](wxCommandEvent&) { presenter_.pick(toggled_[i]); });
        row->Add(toggles_[i], wxSizerFlags().Border(wxALL, FromDIP(5)));
    }
    toggleRow_->SetSizer(row);
    optionRow_ = new Box(body_);
    auto* options = new wxBoxSizer(wxHORIZONTAL);
    optionsLabel_ = new Text(optionRow_, 15, wxkit::Weight::label);
    options_ = new wxChoice(optionRow_, wxID_ANY);
    options_->Bind(wxEVT_CHOICE, [this](wxCommandEvent& event) {
        presenter_.option(static_cast<std::size_t>(event.GetSelection()));
    });
    options->Add(optionsLabel_, wxSizerFlags().CenterVertical().Border(wxRIGHT, FromDIP(8)));
    options->Add(options_, wxSizerFlags(1).CenterVertical());
    optionRow_->SetSizer(options);
    auto* top = new wxBoxSizer(wxHORIZONTAL);
    top->Add(toggleRow_, wxSizerFlags(1).Expand());
    top->Add(optionRow_, wxSizerFlags(1).Top().Border(wxTOP, FromDIP(5)));
    calls_ = new KeyButton(body_);
    calls_->SetMinSize(FromDIP(wxSize(-1, 36)));
    calls_->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) {
        if (presenter_.openCalls) presenter_.openCalls();
    });
    top->Add(calls_, wxSizerFlags().Top().Border(wxTOP, FromDIP(4)));
    column.Add(top, wxSizerFlags().Expand().Border(wxRIGHT | wxBOTTOM, FromDIP(6)));
}

void SupervisionFormPanel::buildParts(wxSizer& column)
{
    for (auto& part : parts_) {
        part.box = new Box(body_);
        part.name = new Text(part.box, 15, wxkit::Weight::label);
        auto* row = new wxBoxSizer(wxHORIZONTAL);
        row->Add(part.name, wxSizerFlags(1).CenterVertical());
        for (std::size_t i = 0; i < part.parts.size(); ++i) {
            Toggle*& toggle = part.parts[i];
            toggle = new Toggle(part.box);
            toggle->SetMinSize(FromDIP(wxSize(-1, 34)));
            toggle->Bind(wxEVT_TOGGLEBUTTON, [this, &part, i](wxCommandEvent&) {
                presenter_.part(part.service, static_cast<ServicePart>(i));
                part.parts[i]->check(true); // pressed once more it stays chosen
            });
            row->Add(toggle, wxSizerFlags().CenterVertical().Border(wxLEFT | wxTOP | wxBOTTOM, FromDIP(6)));
        }
        row->AddSpacer(FromDIP(6)); // for the ring of the focus
        part.box->SetSizer(row);
        column.Add(part.box, wxSizerFlags().Expand());
    }
}

void SupervisionFormPanel::buildMessage(wxSizer& column)
{
    readyRow_ = new Box(body_);
    auto* ready = new wxBoxSizer(wxHORIZONTAL);
    readyLabel_ = new Text(readyRow_, 15, wxkit::Weight::label);
    ready_ = new wxChoice(readyRow_, wxID_ANY);
    ready_->Bind(wxEVT_CHOICE, [this](wxCommandEvent& event) {
        presenter_.take(static_cast<std::size_t>(event.GetSelection()));
    });
    readyLabel_->SetMinSize(FromDIP(wxSize(textLabelWidth, -1)));
    ready->Add(readyLabel_, wxSizerFlags().CenterVertical());
    ready->Add(ready_, wxSizerFlags(1).CenterVertical());
    readyRow_->SetSizer(ready);
    column.Add(readyRow_, wxSizerFlags().Expand().Border(wxBOTTOM, FromDIP(6)));
    textRows_ = new Box(body_);
    auto* rows = new wxBoxSizer(wxVERTICAL);
    for (std::size_t i = 0; i < texts_.size(); ++i) {
        textLabels_[i] = new Text(textRows_, 15);
        textLabels_[i]->SetMinSize(FromDIP(wxSize(textLabelWidth, -1)));
        texts_[i] = new wxTextCtrl(textRows_, wxID_ANY);
        texts_[i]->SetMaxLength(120);
        texts_[i]->Bind(wxEVT_TEXT, [this, i](wxCommandEvent&) {
            presenter_.type(languages[i], from_wx(texts_[i]->GetValue()));
        });
        auto* row = new wxBoxSizer(wxHORIZONTAL);
        row->Add(textLabels_[i], wxSizerFlags().CenterVertical());
        row->Add(texts_[i], wxSizerFlags(1).CenterVertical());
        rows->Add(row, wxSizerFlags().Expand().Border(wxBOTTOM, FromDIP(4)));
    }
    textRows_->SetSizer(rows);
    column.Add(textRows_, wxSizerFlags().Expand());
}

void SupervisionFormPanel::buildLists(wxSizer& column, const Look& look)
{
    colleagues_ = new Table(body_, look, {{.width = 180, .grows = true}, {.width = 190}}, true);
    colleagues_->onChoose = [this](long long key) { presenter_.pick(key); };
    colleagues_->onActivate = [this](long long) { presenter_.submit(); };
    stranded_ = new Table(
        body_, look, {{.width = 66}, {.width = 150, .grows = true, .wraps = true}, {.width = 140}}, true);
    left_ = new Table(body_, look,
                      {{.width = 36, .toggle = true},
                       {.width = 70},
                       {.width = 110, .grows = true},
                       {.width = 100},
                       {.width = 76, .right = true}},
                      true);
    left_->onToggle = [this](long long key, bool on) { presenter_.check(key, on); };
    all_ = new Toggle(body_);
    all_->Bind(wxEVT_TOGGLEBUTTON, [this](wxCommandEvent&) { presenter_.checkAll(all_->GetValue()); });
    for (auto* table : {colleagues_, stranded_, left_}) {
        table->SetMinSize(FromDIP(wxSize(-1, listHeight)));
        wxkit::addClass(*table, "tight");
        column.Add(table, wxSizerFlags(1).Expand());
    }
    column.Add(all_, wxSizerFlags().Border(wxTOP | wxBOTTOM | wxLEFT, FromDIP(6)));
}

void SupervisionFormPanel::buildFoot(wxSizer& column)
{
    note_ = new Text(this, 15, wxkit::Weight::label);
    column.Add(note_, wxSizerFlags().Expand().Border(wxLEFT | wxRIGHT | wxTOP, FromDIP(12)));
    auto* row = new wxBoxSizer(wxHORIZONTAL);
    submit_ = new KeyButton(this, "primary");
    back_ = new KeyButton(this);
    submit_->SetMinSize(FromDIP(wxSize(-1, 40)));
    back_->SetMinSize(FromDIP(wxSize(-1, 40)));
    submit_->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) { presenter_.submit(); });
    back_->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) { presenter_.giveUp(); });
    row->Add(submit_, wxSizerFlags(1).Expand());
    row->Add(back_, wxSizerFlags().Expand().Border(wxLEFT, FromDIP(8)));
    column.Add(row, wxSizerFlags().Expand().Border(wxALL, FromDIP(12)));
}

// ---- keys

bool SupervisionFormPanel::inList() const
{
    return colleagues_->HasFocus() || stranded_->HasFocus() ||
           std::ranges::any_of(texts_, [](const wxTextCtrl* text) { return text->HasFocus(); });
}

bool SupervisionFormPanel::key(const wxkit::FrameKey& key)
{
    if (key.plain() && key.code == WXK_ESCAPE) {
        presenter_.giveUp();
        return true;
    }
    if (key.code != WXK_RETURN || key.alt || key.shift) return false;
    if (!key.control && !inList()) return false;
    presenter_.submit();
    return true;
}

void SupervisionFormPanel::begin()
{
    if (!shown_) return;
    switch (shown_->kind) {
    case SupervisionForm::none:
        return;
    case SupervisionForm::open:
        return colleagues_->SetFocus();
    case SupervisionForm::services:
        return parts_[0].parts[0]->SetFocus();
    case SupervisionForm::quota:
        return options_->SetFocus();
    case SupervisionForm::message:
        return texts_[static_cast<std::size_t>(speech_.language())]->SetFocus();
    case SupervisionForm::closing:
        return left_->IsShown() ? left_->SetFocus() : back_->SetFocus();
    case SupervisionForm::absence:
        return toggles_[0]->SetFocus();
    case SupervisionForm::close:
        return submit_->IsEnabled() ? submit_->SetFocus() : back_->SetFocus();
    }
}

// ---- what is shown

void SupervisionFormPanel::relabel()
{
    const Messages& m = speech_.messages();
    colleagues_->setName(m.tr("Colleagues"));
    colleagues_->setTitles({m.tr("Name"), m.trc("column", "Is now at")});
    stranded_->setName(m.tr("Who has no place any more"));
    stranded_->setTitles({m.trc("column", "Time"), m.tr("Name"), m.tr("Phone")});
    left_->setName(m.tr("Tickets without an end"));
    left_->setTitles({"", m.trc("column", "Ticket"), m.trc("column", "State"), m.trc("column", "Since"),
                      m.trc("column", "Counter")});
    all_->set(m.tr("Tick all"));
    readyLabel_->set(m.tr("Ready-made"));
    wxkit::setAccessible(*ready_, m.tr("Ready-made sentences"));
    for (std::size_t i = 0; i < texts_.size(); ++i) {
        const std::string name(ownName(languages[i]));
        textLabels_[i]->set(name);
        wxkit::setAccessible(*texts_[i], name);
    }
    calls_->set(m.tr("People to call"), "F12");
    back_->set(m.trc("supervision", "Back"), m.tr("Esc"));
    shown_.reset();
    shownOptions_.clear();
    shownReady_.clear();
}

bool SupervisionFormPanel::show(const SupervisionState::Form& form)
{
    if (shown_ && *shown_ == form) return false;
    const bool other = !shown_ || shown_->kind != form.kind || shown_->title != form.title;
    shown_ = form;
    if (form.kind == SupervisionForm::none) return false;
    fill(form);
    wrap();
    if (other) body_->Scroll(0, 0);
    return other;
}

void SupervisionFormPanel::fill(const SupervisionState::Form& form)
{
    const Messages& m = speech_.messages();
    title_->set(form.title);
    explains_->set(form.explains);
    explains_->Show(!form.explains.empty());
    fillChoices(form);
    fillParts(form);
    fillMessage(form);
    fillLists(form);
    fillOptions(form);
    note_->set(form.note);
    note_->tone(form.noteTone);
    note_->Show(!form.note.empty());
    calls_->Show(form.callsFirst);
    submit_->set(form.submit, m.tr("Ctrl+{0}", m.tr("Enter")));
    submit_->Enable(form.canSubmit);
}

void SupervisionFormPanel::fillChoices(const SupervisionState::Form& form)
{
    const bool several = form.kind == SupervisionForm::absence || form.kind == SupervisionForm::message;
    toggleRow_->Show(several);
    for (std::size_t i = 0; several && i < toggles_.size(); ++i) {
        toggles_[i]->Show(i < form.choices.size());
        if (i >= form.choices.size()) continue;
        toggled_[i] = form.choices[i].id;
        toggles_[i]->set(form.choices[i].label);
        toggles_[i]->check(form.choices[i].chosen);
    }
}

void SupervisionFormPanel::fillParts(const SupervisionState::Form& form)
{
    const Messages& m = speech_.messages();
    const std::string words[] = {m.trc("part", "Its own"), m.trc("part", "Helps"), m.trc("part", "Not")};
    for (std::size_t i = 0; i < parts_.size(); ++i) {
        PartRow& row = parts_[i];
        row.box->Show(i < form.parts.size());
        if (i >= form.parts.size()) continue;
        row.service = form.parts[i].service;
        row.name->set(form.parts[i].name);
        for (std::size_t part = 0; part < row.parts.size(); ++part) {
            row.parts[part]->set(words[part], form.parts[i].name + ": " + words[part]);
            row.parts[part]->check(static_cast<std::size_t>(form.parts[i].part) == part);
        }
    }
}

void SupervisionFormPanel::fillMessage(const SupervisionState::Form& form)
{
    const bool writes = form.kind == SupervisionForm::message;
    readyRow_->Show(writes);
    textRows_->Show(writes);
    if (!writes) return;
    offer(*ready_, shownReady_, form.ready);
    const auto& mine = form.texts[static_cast<std::size_t>(speech_.language())];
    const auto at = std::ranges::find(form.ready, mine);
    ready_->SetSelection(at == form.ready.end() ? wxNOT_FOUND : static_cast<int>(at - form.ready.begin()));
    for (std::size_t i = 0; i < texts_.size(); ++i)
        if (from_wx(texts_[i]->GetValue()) != form.texts[i]) texts_[i]->ChangeValue(to_wx(form.texts[i]));
}

void SupervisionFormPanel::fillLists(const SupervisionState::Form& form)
{
    std::vector<TableRow> colleagues, stranded, left;
    long long chosen = 0;
    if (form.kind == SupervisionForm::open)
        for (const auto& one : form.choices) {
            colleagues.push_back(
                {one.id, {{.text = one.label, .strong = one.note.empty()}, {.text = one.note, .dim = true}}});
            if (one.chosen) chosen = one.id;
        }
    for (const auto& line : form.lines) {
        TableRow row{line.key, {}};
        if (form.kind == SupervisionForm::closing) row.cells.push_back({.checked = line.ticked});
        for (const auto& cell : line.cells) row.cells.push_back({.text = cell});
        (form.kind == SupervisionForm::closing ? left : stranded).push_back(std::move(row));
    }
    colleagues_->Show(form.kind == SupervisionForm::open);
    stranded_->Show(!stranded.empty());
    left_->Show(!left.empty());
    all_->Show(!left.empty());
    all_->check(!left.empty() && std::ranges::all_of(form.lines, &SupervisionState::Line::ticked));
    colleagues_->setRows(std::move(colleagues));
    colleagues_->choose(chosen);
    stranded_->setRows(std::move(stranded));
    left_->setRows(std::move(left));
}

void SupervisionFormPanel::fillOptions(const SupervisionState::Form& form)
{
    const Messages& m = speech_.messages();
    const bool shows =
        !form.options.empty() && (form.kind != SupervisionForm::closing || !form.lines.empty());
    optionRow_->Show(shows);
    if (!shows) return;
    std::vector<std::string> words;
    int chosen = wxNOT_FOUND;
    for (const auto& option : form.options) {
        if (option.chosen) chosen = static_cast<int>(words.size());
        words.push_back(option.label);
    }
    const std::string label = form.kind == SupervisionForm::quota     ? m.tr("Limit")
                              : form.kind == SupervisionForm::message ? m.tr("Shown")
                                                                      : m.tr("Reason");
    optionsLabel_->set(label);
    optionsLabel_->Show(form.kind != SupervisionForm::message); // "pendant 30 min" says it
    wxkit::setAccessible(*options_, label);
    offer(*options_, shownOptions_, words);
    if (options_->GetSelection() != chosen) options_->SetSelection(chosen);
}

void SupervisionFormPanel::wrap()
{
    const int width = FromDIP(supervisionSideWidth - 24);
    title_->wrap(width);
    note_->wrap(width);
    explains_->wrap(width - FromDIP(14));
    for (auto& part : parts_)
        if (part.box->IsShown()) {
            int toggles = 0;
            for (const auto* toggle : part.parts) toggles += toggle->GetBestSize().x + FromDIP(6);
            part.name->wrap(width - toggles - FromDIP(24));
        }
    Layout();
    toggleRow_->Layout();
    body_->FitInside();
    body_->Layout();
    for (wxWindow* row : std::initializer_list<wxWindow*>{toggleRow_, optionRow_, readyRow_, textRows_})
        row->Layout();
    for (auto& part : parts_) part.box->Layout();
}
} // namespace accueil
