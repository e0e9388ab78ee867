// kiosk-app/ui/pages.h - the seven pages.
#pragma once
#include "kiosk-app/ui/page_panel.h"
#include <array>
#include <utility>

namespace accueil::kiosk
{
class ScanPicture;

class HomePanel : public PagePanel
{
public:
    HomePanel(const Look& look, KioskPresenter& presenter, HomeView view);
    wxSizer* info(wxWindow* parent, int width) override;
    wxSizer* actions(wxWindow* parent, int width, int height) override;
    double gap() const override { return 56; }
    void touched() override;

private:
    wxWindow* scanPanel(wxWindow* parent, int width, int height);

    HomeView view_;
    ScanPicture* picture_ = nullptr;
};

class DateFieldView;

class BirthDatePanel : public PagePanel
{
public:
    BirthDatePanel(const Look& look, KioskPresenter& presenter, BirthDateView view);
    wxSizer* info(wxWindow* parent, int width) override;
    wxSizer* actions(wxWindow* parent, int width, int height) override;
    double gap() const override { return 22; }
    void refresh(const PageView& page) override;

private:
    void showProblem();
    std::vector<TouchButton*> keysInOrder(wxWindow* parent, int width, int height, bool flat);
    TouchButton* key(wxWindow* parent, int digit, int width, int height);
    TouchButton* wordKey(wxWindow* parent, const std::string& label, wxkit::Icon icon, int width, int height,
                         std::function<void()> press);

    BirthDateView view_;
    wxWindow* problemPlace_ = nullptr;
    TextView* example_ = nullptr;
    wxWindow* problem_ = nullptr;
    std::array<DateFieldView*, 3> fields_{};
    TouchButton* go_ = nullptr;
};

class WhichTimePanel : public PagePanel
{
public:
    WhichTimePanel(const Look& look, KioskPresenter& presenter, WhichTimeView view);
    wxSizer* info(wxWindow* parent, int width) override;
    wxSizer* actions(wxWindow* parent, int width, int height) override;

private:
    WhichTimeView view_;
};

class TicketPanel : public PagePanel
{
public:
    TicketPanel(const Look& look, KioskPresenter& presenter, TicketView view);
    wxSizer* info(wxWindow* parent, int width) override;
    wxSizer* actions(wxWindow*, int, int) override { return nullptr; }
    wxSizer* foot(wxWindow* parent, int width) override;
    bool compact() override { return !std::exchange(compact_, true); }
    void refresh(const PageView& page) override;

private:
    wxWindow* card(wxWindow* parent, int width);
    wxSizer* areaAndNumber(wxWindow* panel, int width);
    wxSizer* aheadAndWait(wxWindow* panel, int width);

    double step() const { return compact_ ? 40 : 45; } ///< size of type of a step's title

    TicketView view_;
    bool compact_ = false;
    wxWindow* printerPlace_ = nullptr;
    TextView* clears_ = nullptr;
};

class FactPanelPage : public PagePanel
{
public:
    FactPanelPage(const Look& look, KioskPresenter& presenter, FactView view);
    wxSizer* info(wxWindow* parent, int width) override;
    wxSizer* actions(wxWindow* parent, int width, int height) override;

private:
    wxWindow* panel(wxWindow* parent, int width);

    FactView view_;
};

class ChoicePanel : public PagePanel
{
public:
    ChoicePanel(const Look& look, KioskPresenter& presenter, ChoiceView view);
    wxSizer* info(wxWindow* parent, int width) override;
    wxSizer* actions(wxWindow* parent, int width, int height) override;
    double gap() const override { return look_.pick(32, 20); }
    bool needsWidth() const override { return true; }

private:
    void fill();
    TouchButton* choice(std::size_t index);
    TouchButton* otherButton(wxWindow* parent, int width);
    wxSizer* lastRow();
    bool flat() const { return look_.wide() && look_.low(); }
    void turn(int pages);

    ChoiceView view_;
    wxWindow* list_ = nullptr;
    int width_ = 0, columns_ = 1, rowHeight_ = 0;
    std::size_t perPage_ = 1, first_ = 0;
};

class AwayPanel : public PagePanel
{
public:
    AwayPanel(const Look& look, KioskPresenter& presenter, AwayView view);
    wxSizer* info(wxWindow* parent, int width) override;
    wxSizer* actions(wxWindow*, int, int) override { return nullptr; }
    wxSizer* foot(wxWindow* parent, int width) override;

private:
    wxSizer* translations(wxWindow* parent, int width);

    AwayView view_;
};
} // namespace accueil::kiosk
