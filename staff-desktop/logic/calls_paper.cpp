// What the call list gives on paper: letters, and the list itself.
#include "core/base/describe.h"
#include "core/printing/call_sheet_pdf.h"
#include "core/printing/letter_pdf.h"
#include "staff-desktop/logic/calls_presenter.h"
#include <algorithm>

namespace accueil
{
namespace
{
constexpr std::size_t linesOnPage = 10; // of the list; about
} // namespace

void CallsPresenter::writeLettersTo(std::vector<PersonToCall> people)
{
    const auto pages = static_cast<int>(people.size());
    print_(
        {.title = [](const Messages& m) { return m.tr("Letters"); },
         .fileName = "letters",
         .draw =
             [catalogue = desk_.sharedCatalogue(), people = std::move(people), today = desk_.today(), pages] {
                 std::vector<printing::LetterText> letters;
                 for (const auto& person : people)
                     letters.push_back(printing::letterText(*catalogue, person, today));
                 return printing::a4Sheet(printing::lettersPdf(letters), pages);
             }});
}

void CallsPresenter::printList()
{
    if (all_.open.empty()) return;
    print_({.title = [](const Messages& m) { return m.tr("People to call"); },
            .fileName = "to-call",
            .draw =
                [catalogue = desk_.sharedCatalogue(), people = all_.open, today = desk_.today(),
                 m = desk_.messages()] {
                    const int pages = 1 + static_cast<int>(people.size() / linesOnPage);
                    return printing::a4Sheet(
                        printing::callSheetPdf(printing::callSheetText(m, *catalogue, people, today)), pages);
                }});
}

void CallsPresenter::writeLetters()
{
    if (act_.pending()) return;
    if (!batch_) {
        Batch batch{.seed = Seed::random()};
        std::ranges::copy_if(all_.open, std::back_inserter(batch.people),
                             [](const PersonToCall& person) { return person.phone.empty(); });
        if (batch.people.empty()) return;
        batch_ = std::move(batch);
    }
    said_.clear();
    sendBatch();
}

/// Who was told meanwhile gets no letter. After a loss the whole batch goes once more, with the same keys:
/// nobody is left out because only the answer was lost.
void CallsPresenter::sendBatch()
{
    act_.ask(
        [&service = desk_.service, batch = *batch_] {
            std::vector<PersonToCall> written;
            for (const auto& person : batch.people) {
                try {
                    service.markCalled(batch.seed.requestKey("letter " + std::to_string(keyOf(person))),
                                       person.appointment, person.reason, CallOutcome::letter);
                    written.push_back(person);
                } catch (const Refused& refused) {
                    if (refused.why() != Refusal::changedMeanwhile) throw;
                }
            }
            return written;
        },
        [this](std::vector<PersonToCall> written) {
            const Messages& m = desk_.messages();
            batch_.reset();
            const auto count = static_cast<long>(written.size());
            said_ = count == 0
                        ? m.tr("Everybody has been told meanwhile.")
                        : m.trn("{0} letter is ready to print.", "{0} letters are ready to print.", count);
            saidTone_ = Tone::good;
            if (count > 0) writeLettersTo(std::move(written));
            changed();
            changed_();
        },
        [this](const std::exception_ptr& error) {
            said_ = describe(desk_.messages(), error);
            saidTone_ = Tone::look;
            if (!isLoss(error)) batch_.reset();
            changed_();
        });
    changed_();
}
} // namespace accueil
