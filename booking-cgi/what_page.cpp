#include "booking-cgi/what_page.h"
#include "core/catalogue/search.h"
#include <algorithm>

namespace accueil::web
{
namespace
{
View cardView(const PageContext& page, const Choice& choice, const Procedure& procedure)
{
    const Messages& m = page.m;
    std::vector<View> persons;
    for (int n = 1; n <= procedure.maxPersons; ++n)
        persons.push_back(
            View().text("n", std::to_string(n)).flag("selected", n == choice.persons(procedure.id)));
    View card;
    card.text("code", procedure.code)
        .text("name", page.in(procedure.name))
        .text("minutes", m.trn("{0} minute", "{0} minutes", procedure.minutes))
        .flag("online", procedure.online)
        .flag("checked", choice.has(procedure.id))
        .flag("eguichet", procedure.eguichet && !page.catalogue->site().eguichetUrl.empty())
        .flag("several", procedure.maxPersons > 1)
        .list("persons", persons)
        .texts("papers", page.catalogue->papers({procedure.id}, m.language()))
        .flag("has_papers", !procedure.documents.empty());
    return card;
}

std::vector<View> cards(const PageContext& page, const Choice& choice, const std::vector<ProcedureId>& ids)
{
    std::vector<View> all;
    for (const ProcedureId id : ids) all.push_back(cardView(page, choice, *page.catalogue->find(id)));
    return all;
}

void addGroups(View& view, const PageContext& page, const Choice& choice)
{
    std::vector<View> groups;
    for (const Service& service : page.catalogue->services()) {
        std::vector<ProcedureId> ids;
        bool open = false;
        for (const Procedure& procedure : page.catalogue->procedures()) {
            if (procedure.service != service.id) continue;
            ids.push_back(procedure.id);
            open = open || choice.has(procedure.id);
        }
        if (ids.empty()) continue;
        groups.push_back(
            View()
                .text("name", page.in(service.name))
                .text("count", page.m.trn("{0} procedure", "{0} procedures", static_cast<long>(ids.size())))
                .flag("open", open)
                .list("cards", cards(page, choice, ids)));
    }
    view.list("groups", groups).text("t_groups", page.m.tr("All procedures, by service"));
}

void addResults(View& view, const PageContext& page, const Choice& choice,
                const std::vector<ProcedureId>& found)
{
    std::vector<ProcedureId> others;
    for (const Wanted& one : choice.wanted)
        if (std::find(found.begin(), found.end(), one.procedure) == found.end())
            others.push_back(one.procedure);
    view.list("chosen", cards(page, choice, others))
        .flag("has_chosen", !others.empty())
        .flag("has_results", true)
        .text("t_results",
              page.m.trn("{0} procedure found", "{0} procedures found", static_cast<long>(found.size())))
        .list("results", cards(page, choice, found));
}

std::string sentence(const Messages& m, Choice::Problem problem)
{
    switch (problem) {
    case Choice::Problem::none:
        return {};
    case Choice::Problem::nothing:
        return m.tr("Tick at least one procedure.");
    case Choice::Problem::notOnline:
        return m.tr("This is not given online. Please call the reception.");
    case Choice::Problem::threeServices:
        return m.tr("One visit leads to two services at most. Leave out the procedures of one service; you can "
                    "make another appointment for them just after.");
    case Choice::Problem::tooMany:
        break;
    }
    return m.tr("Choose at most {0} procedures for one visit.", Choice::maxProcedures);
}
} // namespace

View whatView(const PageContext& page, const WhatState& state)
{
    const Messages& m = page.m;
    PageHead head;
    head.title = m.tr("What do you need to do?");
    head.step = 1;
    head.indexed = true;
    if (state.judge) head.notice = sentence(m, state.choice.problem);
    View view = framed(page, head);
    const auto found = state.all ? std::vector<ProcedureId>{}
                                 : searchProcedures(page.catalogue->services(), page.catalogue->procedures(),
                                                    state.typed, m.language());
    if (found.empty())
        addGroups(view, page, state.choice);
    else
        addResults(view, page, state.choice, found);
    const bool nothing = !state.typed.empty() && !state.all && found.empty();
    view.text("typed", state.typed)
        .text("nothing_found",
              nothing ? m.tr("We find nothing for “{0}”. Try another word, or look below.", state.typed) : "")
        .text("home_action", page.links.base() + "/")
        .text("when_action", page.links.base() + "/when")
        .text("eguichet_url", page.catalogue->site().eguichetUrl)
        .text("t_search_label", m.tr("Look for a procedure"))
        .text("t_search", m.tr("Search"))
        .text("t_chosen", m.tr("Your choice"))
        .text("t_show_all", m.tr("See all procedures, by service"))
        .text("t_persons", m.tr("People"))
        .text("t_papers", m.tr("What to bring"))
        .text("t_eguichet", m.tr("You can do this from home (e-counter)"))
        .text("t_not_online", m.tr("By telephone or at the reception"))
        .text("t_next", m.tr("Choose a date"));
    return view;
}
} // namespace accueil::web
