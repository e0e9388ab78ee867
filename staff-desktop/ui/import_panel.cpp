#include "staff-desktop/ui/import_panel.h"
#include "core/wxkit/accessible.h"
#include "core/wxkit/text.h"
#include <wx/filedlg.h>
#include <wx/sizer.h>

namespace accueil
{
ImportPanel::ImportPanel(wxWindow* parent, ImportPresenter& presenter, Look& look, Speech& speech)
    : Page(parent), presenter_(presenter), look_(look), speech_(speech)
{
    build();
    bindAll();
    changed_ = presenter_.onChanged([this] { refresh(); });
    spoken_ = speech_.onChanged([this] { relabel(); });
    coloured_ = look_.onChanged([this] {
        relabel();
        table_->Refresh();
    });
    relabel();
}

void ImportPanel::bindAll()
{
    browse_->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) { chooseFile(); });
    read_->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) { presenter_.read(from_wx(path_->GetValue())); });
    all_->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) { presenter_.takeAll(true); });
    none_->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) { presenter_.takeAll(false); });
    report_->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) { saveReport(); });
    paper_->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) { presenter_.printWithoutBirthDate(); });
    stop_->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) { presenter_.stop(); });
    import_->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) { presenter_.import(); });
    const auto options = [this](wxCommandEvent&) {
        presenter_.setOptions({.outsideHours = outside_->GetValue(), .sendMails = mails_->GetValue()});
    };
    outside_->Bind(wxEVT_CHECKBOX, options);
    mails_->Bind(wxEVT_CHECKBOX, options);
    for (std::size_t i = 0; i < filters_.size(); ++i)
        filters_[i]->Bind(wxEVT_TOGGLEBUTTON, [this, i](wxCommandEvent&) {
            presenter_.filter(static_cast<ImportState::Filter>(i));
        });
    // Afterwards: the list may lose the very row that was pressed.
    table_->onChoose = [this](long long line) {
        CallAfter([this, line] { presenter_.choose(static_cast<int>(line)); });
    };
    table_->onToggle = [this](long long line, bool on) {
        CallAfter([this, line, on] { presenter_.take(static_cast<int>(line), on); });
    };
}

void ImportPanel::build()
{
    auto* page = new wxBoxSizer(wxVERTICAL);
    page->Add(buildHead(), wxSizerFlags().Expand());
    page->Add(makeLine(this, false), wxSizerFlags().Expand());
    help_ = new Text(this, 17, wxkit::Weight::text, "ink2");
    problem_ = new Text(this, 17, wxkit::Weight::label, "error");
    page->Add(problem_, wxSizerFlags().Border(wxLEFT | wxRIGHT | wxTOP, FromDIP(16)));
    page->Add(help_, wxSizerFlags().Border(wxALL, FromDIP(16)));
    body_ = new Box(this);
    body_->SetSizer(buildBody());
    page->Add(body_, wxSizerFlags(1).Expand());
    SetSizer(page);
}

wxPanel* ImportPanel::buildHead()
{
    head_ = new Box(this);
    auto* row = new wxBoxSizer(wxHORIZONTAL);
    title_ = new Text(head_, 17, wxkit::Weight::title);
    fileLabel_ = new Text(head_, 15, wxkit::Weight::label);
    path_ = new wxTextCtrl(head_, wxID_ANY);
    path_->SetMinSize(FromDIP(wxSize(200, 34)));
    browse_ = new KeyButton(head_);
    read_ = new KeyButton(head_);
    outside_ = new wxCheckBox(head_, wxID_ANY, wxS(" "));
    mails_ = new wxCheckBox(head_, wxID_ANY, wxS(" "));
    for (wxWindow* one : std::initializer_list<wxWindow*>{browse_, read_})
        one->SetMinSize(FromDIP(wxSize(-1, 34)));
    row->Add(title_, wxSizerFlags().CenterVertical().Border(wxRIGHT, FromDIP(20)));
    row->Add(fileLabel_, wxSizerFlags().CenterVertical().Border(wxRIGHT, FromDIP(8)));
    row->Add(path_, wxSizerFlags(1).CenterVertical().Border(wxRIGHT, FromDIP(8)));
    row->Add(browse_, wxSizerFlags().CenterVertical().Border(wxRIGHT, FromDIP(8)));
    row->Add(read_, wxSizerFlags().CenterVertical());
    auto* options = new wxBoxSizer(wxHORIZONTAL);
    options->Add(outside_, wxSizerFlags().CenterVertical().Border(wxRIGHT, FromDIP(24)));
    options->Add(mails_, wxSizerFlags().CenterVertical());
    auto* edge = new wxBoxSizer(wxVERTICAL);
    edge->AddSpacer(FromDIP(10));
    edge->Add(row, wxSizerFlags().Expand().Border(wxLEFT | wxRIGHT, FromDIP(16)));
    edge->AddSpacer(FromDIP(8));
    edge->Add(options, wxSizerFlags().Border(wxLEFT | wxRIGHT, FromDIP(16)));
    edge->AddSpacer(FromDIP(10));
    head_->SetSizer(edge);
    return head_;
}

wxSizer* ImportPanel::buildBody()
{
    auto* left = new wxBoxSizer(wxVERTICAL);
    auto* filters = new wxBoxSizer(wxHORIZONTAL);
    for (auto& filter : filters_) {
        filter = new Toggle(body_);
        filter->SetMinSize(FromDIP(wxSize(-1, 34)));
        filters->Add(filter, wxSizerFlags().Border(wxRIGHT, FromDIP(6)));
    }
    filters->AddStretchSpacer();
    all_ = new KeyButton(body_);
    none_ = new KeyButton(body_);
    for (KeyButton* one : {all_, none_}) {
        one->SetMinSize(FromDIP(wxSize(-1, 34)));
        filters->Add(one, wxSizerFlags().Border(wxLEFT, FromDIP(6)));
    }
    unused_ = new Text(body_, 14, wxkit::Weight::text, "ink2");
    nothing_ = new Text(body_, 17, wxkit::Weight::text, "ink2");
    table_ = new Table(body_, look_,
                       {{.width = 36, .toggle = true},
                        {.width = 52, .right = true},
                        {.width = 146, .state = true},
                        {.width = 84, .state = true},
                        {.width = 150, .state = true, .wraps = true},
                        {.width = 150, .state = true, .wraps = true},
                        {.width = 200, .grows = true, .state = true, .wraps = true}},
                       true);
    left->Add(filters, wxSizerFlags().Expand().Border(wxBOTTOM, FromDIP(8)));
    left->Add(unused_, wxSizerFlags().Border(wxBOTTOM, FromDIP(6)));
    left->Add(nothing_, wxSizerFlags().Border(wxALL, FromDIP(16)));
    left->Add(table_, wxSizerFlags(1).Expand());
    left->Add(buildFoot(), wxSizerFlags().Expand().Border(wxTOP, FromDIP(8)));
    auto* row = new wxBoxSizer(wxHORIZONTAL);
    row->Add(left, wxSizerFlags(1).Expand().Border(wxALL, FromDIP(12)));
    row->Add(makeLine(body_, true), wxSizerFlags().Expand());
    form_ = new ImportForm(body_, presenter_, speech_);
    row->Add(form_, wxSizerFlags().Expand());
    return row;
}

wxPanel* ImportPanel::buildFoot()
{
    foot_ = new Box(body_);
    summary_ = new Text(foot_, 15, wxkit::Weight::label);
    said_ = new Text(foot_, 15, wxkit::Weight::label);
    progress_ = new Text(foot_, 15, wxkit::Weight::label);
    gauge_ = new wxGauge(foot_, wxID_ANY, 1);
    report_ = new KeyButton(foot_);
    paper_ = new KeyButton(foot_);
    stop_ = new KeyButton(foot_);
    import_ = new KeyButton(foot_, "primary");
    for (KeyButton* one : {report_, paper_}) one->SetMinSize(FromDIP(wxSize(-1, 36)));
    for (KeyButton* one : {stop_, import_}) one->SetMinSize(FromDIP(wxSize(-1, 48)));
    auto* words = new wxBoxSizer(wxHORIZONTAL);
    words->Add(summary_, wxSizerFlags().CenterVertical());
    words->AddStretchSpacer();
    words->Add(said_, wxSizerFlags().CenterVertical());
    words->SetMinSize(FromDIP(wxSize(-1, 24)));
    auto* buttons = new wxBoxSizer(wxHORIZONTAL);
    buttons->Add(report_, wxSizerFlags().CenterVertical().Border(wxRIGHT, FromDIP(8)));
    buttons->Add(paper_, wxSizerFlags().CenterVertical());
    buttons->Add(progress_, wxSizerFlags().CenterVertical().Border(wxRIGHT, FromDIP(12)));
    buttons->Add(gauge_, wxSizerFlags(1).CenterVertical());
    buttons->AddStretchSpacer();
    buttons->Add(stop_, wxSizerFlags().CenterVertical().Border(wxLEFT, FromDIP(12)));
    buttons->Add(import_, wxSizerFlags().CenterVertical().Border(wxLEFT, FromDIP(12)));
    auto* column = new wxBoxSizer(wxVERTICAL);
    column->Add(words, wxSizerFlags().Expand());
    column->Add(buttons, wxSizerFlags().Expand().Border(wxTOP, FromDIP(6)));
    foot_->SetSizer(column);
    return foot_;
}

// ---- acts

void ImportPanel::shown()
{
    refresh();
    if (body_->IsShown())
        table_->SetFocus();
    else
        path_->SetFocus();
}

bool ImportPanel::key(const wxkit::FrameKey& key)
{
    if (key.code != WXK_RETURN || key.alt) return false;
    if (key.control) {
        presenter_.import();
        return true;
    }
    if (path_->HasFocus()) {
        presenter_.read(from_wx(path_->GetValue()));
        return true;
    }
    if (!table_->HasFocus()) return false;
    if (table_->chosen() != 0) form_->focusProblem();
    return true;
}

void ImportPanel::chooseFile()
{
    const Messages& m = speech_.messages();
    wxFileDialog dialog(this, to_wx(m.tr("The older list, as CSV")), wxString(), wxString(),
                        wxS("CSV (*.csv, *.txt)|*.csv;*.CSV;*.txt"), wxFD_OPEN | wxFD_FILE_MUST_EXIST);
    if (dialog.ShowModal() != wxID_OK) return;
    path_->ChangeValue(dialog.GetPath());
    presenter_.read(from_wx(dialog.GetPath()));
}

void ImportPanel::saveReport()
{
    const Messages& m = speech_.messages();
    wxFileDialog dialog(this, to_wx(m.tr("Save the report")), wxString(), wxS("accueil-import.csv"),
                        wxS("*.csv"), wxFD_SAVE | wxFD_OVERWRITE_PROMPT);
    if (dialog.ShowModal() == wxID_OK) presenter_.saveReport(from_wx(dialog.GetPath()));
}

// ---- texts

void ImportPanel::relabel()
{
    const Messages& m = speech_.messages();
    title_->set(m.tr("Import an older list"));
    fileLabel_->setMnemonic(m.tr("&File"));
    wxkit::labelFor(*fileLabel_, *path_);
    wxkit::setAccessible(*path_, m.tr("File of the older list"));
    browse_->set(m.tr("Choose …"));
    read_->set(m.tr("Look at it"), m.tr("Enter"));
    outside_->SetLabel(to_wx(m.tr("Also outside the opening hours")));
    mails_->SetLabel(to_wx(m.tr("Send the confirmations now, where there is an e-mail address")));
    all_->set(m.trc("import", "Tick all"));
    none_->set(m.trc("import", "Tick none"));
    report_->set(m.tr("Save the report …"));
    stop_->set(m.tr("Stop"));
    table_->setName(m.tr("Lines of the list"));
    table_->setTitles({"", m.tr("Line"), m.tr("Date"), m.tr("Time"), m.trc("people to call", "Person"),
                       m.tr("Procedure"), m.trc("import", "What becomes of it")});
    wxkit::setAccessible(*gauge_, m.trc("import", "Progress"));
    form_->relabel();
    shownRows_.reset();
    refresh();
}

void ImportPanel::refresh()
{
    const ImportState state = presenter_.state();
    showHead(state);
    showRows(state);
    showFoot(state);
    form_->show(state.form);
    Layout();
    body_->Layout();
    if (shownStage_ == ImportState::Stage::reading && state.stage == ImportState::Stage::ready)
        CallAfter([this] { // the head could not be used meanwhile and has lost the caret
            if (table_->IsShownOnScreen()) table_->SetFocus();
        });
    shownStage_ = state.stage;
}

void ImportPanel::showHead(const ImportState& state)
{
    const Messages& m = speech_.messages();
    const bool running =
        state.stage == ImportState::Stage::importing || state.stage == ImportState::Stage::reading;
    for (wxWindow* one : std::initializer_list<wxWindow*>{path_, browse_, read_, outside_, mails_})
        one->Enable(!running);
    outside_->SetValue(state.options.outsideHours);
    mails_->SetValue(state.options.sendMails);
    const bool empty = state.stage == ImportState::Stage::empty;
    const int width = std::max(GetClientSize().x, FromDIP(900)) - FromDIP(32);
    help_->wrap(std::min(width, FromDIP(860)));
    help_->set(m.tr("Bring in the appointments that were made before this system. Save the older list as "
                    "CSV; its first line "
                    "names the columns. Date, time, procedure or service, name and first name are needed; "
                    "date of birth, "
                    "e-mail, phone, code, language, note and minutes may be there.") +
               "\n\n" +
               m.tr("First you see what would become of each line. Nothing is written before you say so."));
    help_->Show(empty);
    problem_->wrap(width);
    problem_->set(state.problem);
    problem_->Show(!state.problem.empty());
    body_->Show(!empty);
}

void ImportPanel::showRows(const ImportState& state)
{
    for (std::size_t i = 0; i < filters_.size(); ++i) {
        const bool there = i < state.filters.size();
        filters_[i]->Show(there);
        if (!there) continue;
        filters_[i]->set(state.filters[i].label);
        filters_[i]->check(state.filters[i].on);
    }
    for (KeyButton* one : {all_, none_}) {
        one->Show(!state.filters.empty());
        one->Enable(state.canChange);
    }
    unused_->set(state.unused);
    unused_->Show(!state.unused.empty());
    nothing_->set(state.nothing);
    nothing_->Show(!state.nothing.empty());
    table_->Show(state.nothing.empty());
    if (state.rows == shownRows_) return;
    shownRows_ = state.rows;
    std::vector<TableRow> rows;
    for (const auto& row : *state.rows) {
        TableRow shown{row.line, {{}, {.text = std::to_string(row.line), .dim = true}}};
        if (row.canChoose) shown.cells[0].checked = row.chosen;
        for (std::size_t i = 0; i < row.cells.size(); ++i) {
            TableCell cell{.text = row.cells[i]};
            if (row.wrong && static_cast<std::size_t>(*row.wrong) == i) cell.tone = Tone::wrong;
            shown.cells.push_back(cell);
        }
        shown.cells.push_back({.text = row.verdict, .tone = row.tone});
        rows.push_back(std::move(shown));
    }
    table_->setRows(std::move(rows));
    table_->choose(state.chosen);
}

void ImportPanel::showFoot(const ImportState& state)
{
    const Messages& m = speech_.messages();
    const bool importing = state.stage == ImportState::Stage::importing;
    summary_->set(importing ? "" : state.summary);
    said_->set(state.said);
    said_->tone(state.saidTone);
    progress_->set(state.progress);
    progress_->Show(importing);
    gauge_->Show(importing);
    if (importing) {
        gauge_->SetRange(std::max(state.progressTotal, 1));
        gauge_->SetValue(std::min(state.progressDone, state.progressTotal));
    }
    stop_->Show(importing);
    report_->Show(!importing && state.canSave);
    paper_->Show(!importing && !state.withoutBirthDate.empty());
    paper_->set(state.withoutBirthDate);
    import_->Show(!importing && !state.import.empty());
    import_->set(state.import, m.tr("Ctrl+{0}", m.tr("Enter")));
    import_->Enable(state.canImport);
    foot_->Layout();
}
} // namespace accueil
