// staff-desktop/ui/import_panel.h - an older list: choose the file, look it over, correct, import.
#pragma once
#include "staff-desktop/ui/import_form.h"
#include "staff-desktop/ui/page.h"
#include "staff-desktop/ui/table.h"
#include <wx/checkbox.h>
#include <wx/gauge.h>

namespace accueil
{
class ImportPanel : public Page
{
public:
    ImportPanel(wxWindow* parent, ImportPresenter& presenter, Look& look, Speech& speech);
    void shown() override;
    void hidden() override {}
    bool key(const wxkit::FrameKey& key) override;

private:
    void build();
    wxPanel* buildHead();
    wxSizer* buildBody();
    wxPanel* buildFoot();
    void bindAll();
    void relabel();
    void refresh();
    void showHead(const ImportState& state);
    void showRows(const ImportState& state);
    void showFoot(const ImportState& state);
    void chooseFile();
    void saveReport();

    ImportPresenter& presenter_;
    Look& look_;
    Speech& speech_;
    wxPanel *head_ = nullptr, *foot_ = nullptr, *body_ = nullptr;
    Text *title_ = nullptr, *fileLabel_ = nullptr, *help_ = nullptr, *problem_ = nullptr, *unused_ = nullptr,
         *nothing_ = nullptr, *summary_ = nullptr, *said_ = nullptr, *progress_ = nullptr;
    wxTextCtrl* path_ = nullptr;
    KeyButton *browse_ = nullptr, *read_ = nullptr, *all_ = nullptr, *none_ = nullptr, *report_ = nullptr,
              *paper_ = nullptr, *stop_ = nullptr, *import_ = nullptr;
    wxCheckBox *outside_ = nullptr, *mails_ = nullptr;
    std::array<Toggle*, 3> filters_{};
    Table* table_ = nullptr;
    ImportForm* form_ = nullptr;
    wxGauge* gauge_ = nullptr;
    std::shared_ptr<const std::vector<ImportState::Row>> shownRows_;
    ImportState::Stage shownStage_ = ImportState::Stage::empty;
    Listening changed_, spoken_, coloured_;
};
} // namespace accueil
