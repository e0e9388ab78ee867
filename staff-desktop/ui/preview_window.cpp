#include "staff-desktop/ui/preview_window.h"
#include "core/base/log.h"
#include "core/wxkit/accessible.h"
#include "core/wxkit/frame_keys.h"
#include "core/wxkit/startup.h"
#include "core/wxkit/text.h"
#include "staff-desktop/ui/page_view.h"
#include "staff-desktop/ui/widgets.h"
#include <wx/display.h>
#include <wx/filedlg.h>
#include <wx/frame.h>
#include <wx/sizer.h>

namespace accueil
{
namespace
{
class PreviewFrame : public wxFrame
{
public:
    PreviewFrame(wxTopLevelWindow& parent, PrintPresenter& presenter, Look& look, Speech& speech)
        : wxFrame(&parent, wxID_ANY, wxString(), wxDefaultPosition, wxDefaultSize, wxDEFAULT_FRAME_STYLE | wxFRAME_FLOAT_ON_PARENT),
          presenter_(presenter), speech_(speech), keys_(*this, [this](const wxkit::FrameKey& key) { return onKey(key); })
    {
        SetFont(wxkit::font(15));
        build(look);
        changed_ = presenter_.onChanged([this] { refresh(); });
        spoken_ = speech_.onChanged([this] { refresh(); });
        coloured_ = look.onChanged([this] { view_->Refresh(); });
        Bind(wxEVT_CLOSE_WINDOW, [this](wxCloseEvent&) { end(); });
        parent.Bind(wxEVT_SHOW, &PreviewFrame::onParentShown, this);
        const wxRect room = wxDisplay(&parent).GetClientArea();
        SetMinSize(FromDIP(wxSize(720, 480)));
        SetSize(std::min(room.width - FromDIP(80), FromDIP(980)), std::min(room.height - FromDIP(80), FromDIP(980)));
        CentreOnParent();
        refresh();
        // GTK waits for the window manager to answer the first size, which it already had, and lays nothing out
        // until then: changed buttons stay blank. Another size is answered.
        CallAfter([this] { SetSize(GetSize() - wxSize(0, 1)); });
    }
    ~PreviewFrame() override { GetParent()->Unbind(wxEVT_SHOW, &PreviewFrame::onParentShown, this); }

private:
    void build(Look& look)
    {
        root_ = new Box(this);
        wxkit::addClass(*root_, "bg");
        auto* column = new wxBoxSizer(wxVERTICAL);
        head_ = buildHead();
        column->Add(head_, wxSizerFlags().Expand());
        column->Add(makeLine(root_, false), wxSizerFlags().Expand());
        view_ = new PageView(root_, look);
        column->Add(view_, wxSizerFlags(1).Expand());
        column->Add(makeLine(root_, false), wxSizerFlags().Expand());
        column->Add(buildFoot(), wxSizerFlags().Expand());
        root_->SetSizer(column);
    }

    wxPanel* buildHead()
    {
        auto* head = new Box(root_);
        wxkit::addClass(*head, "bar");
        auto* row = new wxBoxSizer(wxHORIZONTAL);
        title_ = new Text(head, 17, wxkit::Weight::title);
        row->Add(title_, wxSizerFlags().CenterVertical().Border(wxRIGHT, FromDIP(16)));
        formats_ = new wxBoxSizer(wxHORIZONTAL);
        row->Add(formats_, wxSizerFlags().CenterVertical());
        row->AddStretchSpacer();
        before_ = new KeyButton(head);
        pageOf_ = new Text(head, 15);
        after_ = new KeyButton(head);
        toWidth_ = new Toggle(head);
        for (wxWindow* one : {static_cast<wxWindow*>(before_), static_cast<wxWindow*>(pageOf_), static_cast<wxWindow*>(after_),
                              static_cast<wxWindow*>(toWidth_)})
            row->Add(one, wxSizerFlags().CenterVertical().Border(wxLEFT, FromDIP(8)));
        for (wxWindow* one : {static_cast<wxWindow*>(before_), static_cast<wxWindow*>(after_), static_cast<wxWindow*>(toWidth_)})
            one->SetMinSize(FromDIP(wxSize(-1, 34)));
        auto* edge = new wxBoxSizer(wxVERTICAL);
        edge->Add(row, wxSizerFlags(1).Expand().Border(wxLEFT | wxRIGHT, FromDIP(16)));
        edge->SetMinSize(FromDIP(wxSize(-1, 54)));
        head->SetSizer(edge);
        before_->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) { turn(page_ - 1); });
        after_->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) { turn(page_ + 1); });
        toWidth_->Bind(wxEVT_TOGGLEBUTTON, [this](wxCommandEvent&) { view_->zoom(toWidth_->GetValue()); });
        return head;
    }

    wxPanel* buildFoot()
    {
        auto* foot = new Box(root_);
        wxkit::addClass(*foot, "bar");
        auto* row = new wxBoxSizer(wxHORIZONTAL);
        notice_ = new Text(foot, 15, wxkit::Weight::label);
        close_ = new KeyButton(foot);
        save_ = new KeyButton(foot);
        print_ = new KeyButton(foot, "primary");
        row->Add(notice_, wxSizerFlags(1).CenterVertical());
        for (auto* button : {close_, save_, print_}) {
            button->SetMinSize(FromDIP(wxSize(-1, 44)));
            row->Add(button, wxSizerFlags().CenterVertical().Border(wxLEFT, FromDIP(8)));
        }
        auto* edge = new wxBoxSizer(wxVERTICAL);
        edge->Add(row, wxSizerFlags(1).Expand().Border(wxALL, FromDIP(12)));
        foot->SetSizer(edge);
        foot_ = foot;
        close_->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) { end(); });
        save_->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) { save(); });
        print_->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) { presenter_.print(); });
        print_->MoveBeforeInTabOrder(close_);
        return foot;
    }

    void onParentShown(wxShowEvent& event)
    {
        event.Skip();
        if (event.GetEventObject() == GetParent() && !event.IsShown()) end();
    }

    /// Enter does what comes next, unless another button has the focus: print, and once it is printed, close.
    bool onKey(const wxkit::FrameKey& key)
    {
        if (key.control && !key.alt && key.code == 'P') return presenter_.print(), true;
        if (key.control && !key.alt && key.code == 'S') return save(), true;
        if (!key.plain()) return false;
        if (key.code == WXK_ESCAPE) return endLater(), true;
        if (key.code == WXK_PAGEUP) return turn(page_ - 1), true;
        if (key.code == WXK_PAGEDOWN) return turn(page_ + 1), true;
        if (key.code != WXK_RETURN) return false;
        const wxWindow* focus = FindFocus();
        if (focus && focus != print_ && focus != view_ && focus != this && dynamic_cast<const wxAnyButton*>(focus)) return false;
        if (presenter_.state().phase == PrintState::Phase::printed) endLater();
        else presenter_.print();
        return true;
    }

    void turn(int page)
    {
        if (!pages_ || page < 0 || page >= pages_->count()) return;
        page_ = page;
        showPage();
        showTurning();
    }

    void save()
    {
        const PrintState state = presenter_.state();
        if (!state.canSave) return;
        wxFileDialog dialog(this, to_wx(speech_.messages().tr("Save as PDF")), wxString(), to_wx(state.fileName), wxS("PDF (*.pdf)|*.pdf"),
                            wxFD_SAVE | wxFD_OVERWRITE_PROMPT);
        if (dialog.ShowModal() == wxID_OK) presenter_.save(from_wx(dialog.GetPath()));
    }

    /// GTK is still busy with the key that asks for it.
    void endLater()
    {
        CallAfter([this] { end(); });
    }

    void end()
    {
        if (ended_) return;
        ended_ = true;
        changed_ = {};
        view_->show(nullptr, 0);
        presenter_.close();
        Destroy();
    }

    void refresh()
    {
        const Messages& m = speech_.messages();
        const PrintState state = presenter_.state();
        SetTitle(to_wx(state.title));
        title_->set(state.title);
        showFormats(state);
        showSheet(state.sheet);
        notice_->tone(state.tone);
        notice_->set(state.notice);
        const bool printed = state.phase == PrintState::Phase::printed;
        print_->set(state.print, printed ? m.tr("Ctrl+P") : m.tr("Enter"));
        print_->Enable(state.canPrint);
        save_->set(m.tr("Save as PDF …"), m.tr("Ctrl+S"));
        save_->Enable(state.canSave);
        close_->set(m.tr("Close"), printed ? m.tr("Enter") : m.tr("Esc"));
        toWidth_->set(m.tr("Enlarge"));
        before_->set(m.tr("Previous page"));
        after_->set(m.tr("Next page"));
        nameView();
        showTurning();
        wrap();
        guideFocus(state);
    }

    /// To what comes next, once each time it changes: then a hand on the keyboard is not disturbed.
    void guideFocus(const PrintState& state)
    {
        if (state.phase == PrintState::Phase::printing) return;
        KeyButton* next = nullptr;
        if (state.phase == PrintState::Phase::printed) next = close_;
        else if (state.canPrint) next = print_;
        else if (state.canSave) next = save_;
        if (next && next != guided_) next->SetFocus();
        guided_ = next;
    }

    void showFormats(const PrintState& state)
    {
        if (state.formats == shownFormats_) return;
        if (choices_.size() != state.formats.size()) {
            formats_->Clear(true);
            choices_.clear();
            for (const auto& format : state.formats) {
                auto* choice = new Toggle(head_);
                choice->SetMinSize(FromDIP(wxSize(-1, 34)));
                choice->Bind(wxEVT_TOGGLEBUTTON, [this, paper = format.paper](wxCommandEvent&) {
                    presenter_.choose(paper);
                    shownFormats_.clear(); // the one that was pressed stays pressed
                    refresh();
                });
                formats_->Add(choice, wxSizerFlags().Border(wxRIGHT, FromDIP(6)));
                choice->MoveBeforeInTabOrder(before_);
                choices_.push_back(choice);
            }
        }
        for (std::size_t i = 0; i < choices_.size(); ++i) {
            choices_[i]->set(state.formats[i].name);
            choices_[i]->check(state.formats[i].on);
        }
        shownFormats_ = state.formats;
        head_->Layout();
    }

    void showSheet(const std::shared_ptr<const printing::Sheet>& sheet)
    {
        if (sheet == sheet_) return;
        sheet_ = sheet;
        view_->show(nullptr, 0);
        pages_.reset();
        page_ = 0;
        if (sheet_) {
            try {
                pages_.emplace(sheet_->pdf);
            } catch (const std::runtime_error& error) {
                log::error("desk.preview.unreadable", "{}", error.what()); // it can still be printed and saved
            }
        }
        showPage();
    }

    void showPage()
    {
        view_->show(pages_ ? &*pages_ : nullptr, page_);
        nameView();
    }

    /// Whoever cannot see the page hears it.
    void nameView()
    {
        if (!pages_) return;
        wxkit::setAccessible(*view_, speech_.messages().tr("Page {0} of {1}", page_ + 1, pages_->count()), pages_->text(page_),
                             wxkit::AccessibleRole::image);
    }

    void showTurning()
    {
        const int count = pages_ ? pages_->count() : 0;
        const bool many = count > 1;
        for (wxWindow* one : {static_cast<wxWindow*>(before_), static_cast<wxWindow*>(pageOf_), static_cast<wxWindow*>(after_)}) one->Show(many);
        if (many) pageOf_->set(speech_.messages().tr("Page {0} of {1}", page_ + 1, count));
        before_->Enable(page_ > 0);
        after_->Enable(page_ + 1 < count);
        head_->Layout();
    }

    void wrap()
    {
        foot_->Layout();
        notice_->wrap(std::max(FromDIP(200), notice_->GetSize().x));
        root_->Layout();
        foot_->Layout(); // the notice may have another line now
    }

    PrintPresenter& presenter_;
    Speech& speech_;
    wxPanel *root_ = nullptr, *head_ = nullptr, *foot_ = nullptr;
    Text *title_ = nullptr, *pageOf_ = nullptr, *notice_ = nullptr;
    wxSizer* formats_ = nullptr;
    std::vector<Toggle*> choices_;
    std::vector<PrintState::Format> shownFormats_;
    KeyButton *before_ = nullptr, *after_ = nullptr, *close_ = nullptr, *save_ = nullptr, *print_ = nullptr;
    Toggle* toWidth_ = nullptr;
    PageView* view_ = nullptr;
    std::shared_ptr<const printing::Sheet> sheet_;
    std::optional<PdfPages> pages_;
    int page_ = 0;
    bool ended_ = false;
    KeyButton* guided_ = nullptr;
    wxkit::FrameKeys keys_;
    Listening changed_, spoken_, coloured_;
};
} // namespace

void showPreview(wxTopLevelWindow& parent, PrintPresenter& presenter, Look& look, Speech& speech)
{
    for (wxWindow* child : parent.GetChildren())
        if (auto* open = dynamic_cast<PreviewFrame*>(child); open && !open->IsBeingDeleted()) {
            open->Raise();
            return;
        }
    wxkit::showFrame(*new PreviewFrame(parent, presenter, look, speech));
}
} // namespace accueil
