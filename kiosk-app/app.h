// kiosk-app/app.h - puts the kiosk together and takes it apart again.
#pragma once
#include "core/base/config.h"
#include "core/wxkit/startup.h"
#include <memory>
#include <wx/app.h>

namespace accueil::kiosk
{
class KioskApp : public wxApp
{
public:
    explicit KioskApp(Config config);
    ~KioskApp() override;
    bool OnInit() override;
    int OnExit() override;

private:
    struct Machine;
    Config config_;
    std::unique_ptr<Machine> machine_;
};
} // namespace accueil::kiosk
