// tests/display/hall.h - visitors and agents of Verviers, through the real engine.
#pragma once
#include "core/queue/arrival.h"
#include "core/queue/counter.h"
#include "core/queue/supervision.h"
#include "core/store/connection.h"

namespace accueil::test
{
inline RequestKey click()
{
    return Seed::random().requestKey("click");
}

/// One agent's connection: lets visitors in, sits down at a counter, calls.
class Agent
{
public:
    explicit Agent(const std::string& configFile)
        : connection_(store::DatabaseConfig::from(Config::fromFile(configFile)), clock_),
          catalogue_(Catalogue::load(connection_, SiteId(1)))
    {
    }

    std::string come(const char* procedure, Language language = Language::fr)
    {
        return walkIn(connection_, catalogue_, click(), catalogue_.procedureByCode(procedure)->id, language)
            .number;
    }
    std::string call(int counter)
    {
        openCounter(connection_, catalogue_, at(counter));
        return callNext(connection_, catalogue_, click(), at(counter)).number;
    }
    std::string callAgain(int counter)
    {
        return accueil::callAgain(connection_, catalogue_, click(), at(counter)).number;
    }
    void finish(int counter)
    {
        isHere(connection_, catalogue_, click(), at(counter));
        accueil::finish(connection_, catalogue_, click(), at(counter));
    }
    /// As a supervisor.
    void show(const char* area, const std::vector<std::pair<Language, std::string>>& texts)
    {
        LocalizedText text;
        for (const auto& [language, words] : texts) text.set(language, words);
        showMessage(connection_, catalogue_.areaByCode(area)->id, text, {});
    }
    void withdraw(const char* area) { withdrawMessage(connection_, catalogue_.areaByCode(area)->id); }

private:
    CounterId at(int counter) const { return catalogue_.counterByNumber(counter)->id; }

    ServerClock clock_;
    store::Connection connection_;
    Catalogue catalogue_;
};
} // namespace accueil::test
