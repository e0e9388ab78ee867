#include "core/printing/letter_pdf.h"
#include "fake_desk.h"
#include "tests/support/child_process.h"
#include "tests/support/temporary_folder.h"
#include <boost/test/unit_test.hpp>
#include <filesystem>

using namespace accueil;
using printing::Paper;
using Phase = PrintState::Phase;

namespace
{
Appointment appointment(const std::string& last)
{
    Appointment one;
    one.id = AppointmentId(1);
    one.reference = "KXTRBVLN";
    one.service = population;
    one.day = makeDay(2026, 11, 26);
    one.start = MinuteOfDay{510};
    one.minutes = 10;
    one.wanted = {{identityCard, 1}};
    one.person.lastName = last;
    one.person.language = Language::de;
    return one;
}

struct PrintFixture : DeskFixture, FakePrintRoom
{
    PrintPresenter presenter{desk, room};
    int wanted = 0;
    Listening opened = presenter.onWanted([this] { ++wanted; });
    test::TemporaryFolder folder;

    PrintFixture()
    {
        town.visit = {{appointment("Exemple")}, {"BCDFGHJKLNPRSTVXBCDF", "BCDFGHJKLNPRSTVXBCDF"}};
        town.day = town.visit.parts;
    }
    void openSheet()
    {
        presenter.visitSheet(AppointmentId(1));
        tasks.finishAll();
    }
    std::string words(const std::string& pdf) const
    {
        return test::run({"pdftotext", "-layout", folder.write("sheet.pdf", pdf), "-"}).output;
    }
    template <class Error>
    void trouble(const Error& error)
    {
        printer.trouble = std::make_exception_ptr(error);
    }
    static IssuedTicket ticket(const std::string& number)
    {
        IssuedTicket one;
        one.ticket = TicketId(42);
        one.number = number;
        one.area = "A";
        one.procedures = {identityCard};
        return one;
    }
};
} // namespace

BOOST_FIXTURE_TEST_SUITE(print, PrintFixture)

BOOST_AUTO_TEST_CASE(a_sheet_is_previewed_then_printed_in_the_citizen_s_language)
{
    presenter.visitSheet(AppointmentId(1));
    BOOST_TEST(wanted == 1);
    BOOST_TEST((presenter.state().phase == Phase::preparing));
    BOOST_TEST(presenter.state().notice == "One moment …");
    BOOST_TEST(!presenter.state().canPrint);
    presenter.print(); // Enter too early
    tasks.finishAll();
    auto state = presenter.state();
    BOOST_TEST(state.title == "Appointment sheet");
    BOOST_TEST(state.fileName == "KXTR-BVLN.pdf");
    BOOST_TEST(state.notice == "");
    BOOST_TEST(state.canPrint);
    BOOST_TEST(words(state.sheet->pdf).find("Donnerstag, 26. November 2026") != std::string::npos);
    BOOST_TEST(printer.jobs.empty());

    presenter.print();
    presenter.print(); // Enter twice is one sheet
    BOOST_TEST(presenter.state().notice == "Printing …");
    sheets.finishAll();
    state = presenter.state();
    BOOST_TEST((state.phase == Phase::printed));
    BOOST_TEST(state.notice == "The printer has taken it.");
    BOOST_TEST((state.tone == Tone::good));
    BOOST_TEST(state.print == "Print again");
    BOOST_REQUIRE(printer.jobs.size() == 1u);
    BOOST_TEST((printer.jobs[0].paper == Paper::a4));
    BOOST_TEST(printer.jobs[0].title == "KXTR-BVLN"); // everybody sees the queue: no name
}

BOOST_AUTO_TEST_CASE(the_sheet_comes_on_the_roll_too)
{
    openSheet();
    BOOST_REQUIRE(presenter.state().formats.size() == 2u);
    BOOST_TEST(presenter.state().formats[0].on);
    presenter.choose(Paper::roll);
    BOOST_TEST(!presenter.state().sheet);
    tasks.finishAll();
    BOOST_TEST(presenter.state().formats[1].on);
    BOOST_TEST(presenter.state().formats[1].name == "Ticket 80 mm");
    BOOST_TEST(presenter.state().sheet->widthMm == 80);
    presenter.print();
    sheets.finishAll();
    BOOST_REQUIRE(printer.jobs.size() == 1u);
    BOOST_TEST((printer.jobs[0].paper == Paper::roll));
}

BOOST_AUTO_TEST_CASE(a_post_that_has_only_a_ticket_printer_begins_with_the_roll)
{
    printer.papers = {Paper::roll};
    openSheet();
    BOOST_TEST(presenter.state().sheet->widthMm == 80);
}

BOOST_AUTO_TEST_CASE(what_a_printer_lacks_is_said_and_the_same_button_tries_again)
{
    openSheet();
    struct Case
    {
        std::exception_ptr trouble;
        std::string words;
    };
    for (const auto& [what, sentence] :
         {Case{std::make_exception_ptr(printing::PaperOut("media-empty")), "The printer has no paper. Put paper in, then print again."},
          Case{std::make_exception_ptr(PrintFailed("offline-report")),
               "The printer does not answer. See whether it is switched on, then print again."}}) {
        printer.trouble = what;
        presenter.print();
        sheets.finishAll();
        BOOST_TEST(presenter.state().notice == sentence);
        BOOST_TEST((presenter.state().tone == Tone::look));
        BOOST_TEST((presenter.state().sheet != nullptr)); // the page stays
        BOOST_TEST(presenter.state().canPrint);
        BOOST_TEST(desk.link.up()); // a printer says nothing about the shared data
    }
    printer.trouble = nullptr;
    presenter.print();
    sheets.finishAll();
    BOOST_TEST((presenter.state().phase == Phase::printed));
    BOOST_TEST(printer.jobs.size() == 1u);
}

BOOST_AUTO_TEST_CASE(without_a_printer_the_page_can_be_saved_for_its_owner_only)
{
    printer.papers = {};
    openSheet();
    BOOST_TEST(!presenter.state().canPrint);
    BOOST_TEST(presenter.state().notice == "This post has no printer for this. Save the page, then print it elsewhere.");
    BOOST_TEST(presenter.state().canSave);
    presenter.print();
    const auto path = folder.path() / "saved.pdf";
    presenter.save(path.string());
    tasks.finishAll();
    BOOST_TEST(presenter.state().notice == "The file is saved.");
    BOOST_TEST(test::contents(path.string()) == presenter.state().sheet->pdf);
    using std::filesystem::perms;
    BOOST_TEST((std::filesystem::status(path).permissions() == (perms::owner_read | perms::owner_write)));
    presenter.save((folder.path() / "nowhere" / "saved.pdf").string());
    tasks.finishAll();
    BOOST_TEST(presenter.state().notice == "The file cannot be saved there. Please choose another folder.");
}

BOOST_AUTO_TEST_CASE(a_visit_that_is_gone_or_a_lost_link_is_said_and_can_be_asked_again)
{
    town.refuseNext("printableVisit", Refusal::appointmentGone);
    openSheet();
    BOOST_TEST((presenter.state().phase == Phase::failed));
    BOOST_TEST(presenter.state().notice == "This appointment has been cancelled.");
    BOOST_TEST(!presenter.state().canSave);
    town.loseNext("printableVisit");
    openSheet();
    BOOST_TEST(!desk.link.up());
    BOOST_TEST(presenter.state().print == "Try again");
    BOOST_TEST(presenter.state().canPrint);
    presenter.print();
    tasks.finishAll();
    BOOST_TEST((presenter.state().phase == Phase::ready));
    BOOST_TEST(printer.jobs.empty()); // one looks before it prints
}

BOOST_AUTO_TEST_CASE(the_list_of_a_day_is_in_the_language_of_the_staff)
{
    presenter.dayList(makeDay(2026, 11, 26), population);
    tasks.finishAll();
    const auto state = presenter.state();
    BOOST_TEST(state.title == "Appointments of Thursday 26 November");
    BOOST_TEST(state.fileName == "2026-11-26-POP.pdf");
    BOOST_TEST(state.formats.empty());
    BOOST_TEST(state.sheet->widthMm == 297);
    BOOST_TEST(words(state.sheet->pdf).find("Exemple") != std::string::npos);
    speech.speak(Language::fr);
    BOOST_TEST(presenter.state().title == "Rendez-vous du jeudi 26 novembre");
}

BOOST_AUTO_TEST_CASE(what_a_page_has_at_hand_is_previewed_and_it_hears_when_it_is_printed)
{
    int told = 0;
    presenter.document({.title = [](const Messages& m) { return m.tr("People to call"); },
                        .fileName = "letters",
                        .draw = [] { return printing::a4Sheet(printing::lettersPdf({{}}), 1); },
                        .printed = [&told] { ++told; }});
    tasks.finishAll();
    BOOST_TEST(presenter.state().title == "People to call");
    BOOST_TEST(presenter.state().fileName == "letters.pdf");
    trouble(PrintFailed("off"));
    presenter.print();
    sheets.finishAll();
    BOOST_TEST(told == 0);
    printer.trouble = nullptr;
    presenter.print();
    sheets.finishAll();
    BOOST_TEST(told == 1);
}

BOOST_AUTO_TEST_CASE(a_newer_wish_replaces_the_one_that_is_still_read)
{
    presenter.visitSheet(AppointmentId(1));
    presenter.dayList(makeDay(2026, 11, 26));
    tasks.finishAll();
    BOOST_TEST(presenter.state().sheet->widthMm == 297);
    presenter.close();
    BOOST_TEST((presenter.state().phase == Phase::closed));
    BOOST_TEST(!presenter.state().sheet); // nothing of a person is kept
}

BOOST_AUTO_TEST_CASE(what_prints_goes_on_when_the_preview_is_closed)
{
    openSheet();
    presenter.print();
    presenter.close();
    sheets.finishAll();
    BOOST_TEST(printer.jobs.size() == 1u);
    BOOST_TEST((presenter.state().phase == Phase::closed));
    BOOST_TEST(presenter.trouble() == "");
}

BOOST_AUTO_TEST_CASE(what_fails_after_its_preview_was_closed_is_said_all_the_same)
{
    openSheet();
    trouble(printing::PaperOut("media-empty"));
    presenter.print();
    openSheet(); // another one
    sheets.finishAll();
    BOOST_TEST((presenter.state().phase == Phase::ready)); // the failure is not this one's
    BOOST_TEST(presenter.trouble() == "The printer has no paper. Put paper in, then print again.");
    clock.advance(std::chrono::seconds(31));
    BOOST_TEST(presenter.trouble() == "");
}

BOOST_AUTO_TEST_CASE(a_ticket_comes_out_at_once_and_the_page_hears_how_it_fared)
{
    BOOST_TEST(!presenter.ticketOutcome().ticket);
    presenter.ticket(ticket("A042"), Language::nl);
    BOOST_TEST(presenter.ticketOutcome().printing);
    BOOST_TEST(wanted == 0);
    tickets.finishAll();
    BOOST_TEST((presenter.ticketOutcome().ticket == TicketId(42)));
    BOOST_TEST(presenter.ticketOutcome().text == "The ticket is printed.");
    BOOST_REQUIRE(printer.jobs.size() == 1u);
    BOOST_TEST((printer.jobs[0].paper == Paper::roll));
    BOOST_TEST(printer.jobs[0].title == "A042");
    BOOST_TEST(words(printer.jobs[0].sheet.pdf).find("Wachtzone") != std::string::npos);

    trouble(printing::PaperOut("media-empty"));
    presenter.ticket(ticket("A043"), Language::nl);
    tickets.finishAll();
    BOOST_TEST(presenter.ticketOutcome().failed);
    BOOST_TEST(presenter.ticketOutcome().text == "The ticket printer has no paper. The number is enough: A043.");
    BOOST_TEST(presenter.trouble() == presenter.ticketOutcome().text);
    clock.advance(std::chrono::seconds(31));
    BOOST_TEST(presenter.trouble() == "");
}

BOOST_AUTO_TEST_CASE(every_ticket_says_that_it_failed_although_another_one_was_asked_for)
{
    presenter.ticket(ticket("A042"), Language::fr);
    presenter.ticket(ticket("A043"), Language::fr);
    trouble(PrintFailed("off"));
    tickets.finishOne();
    printer.trouble = nullptr;
    BOOST_TEST(presenter.ticketOutcome().printing); // A043
    BOOST_TEST(presenter.trouble() == "The ticket cannot be printed. The number is enough: A042.");
    tickets.finishAll();
    BOOST_TEST(presenter.ticketOutcome().text == "The ticket is printed.");
    BOOST_TEST(presenter.trouble() == "The ticket cannot be printed. The number is enough: A042.");
    trouble(PrintFailed("off"));
    presenter.ticket(ticket("A044"), Language::fr);
    tickets.finishAll();
    BOOST_TEST(presenter.trouble() == "The ticket cannot be printed. The number is enough: A042, A044.");
    printer.trouble = nullptr;
    presenter.ticket(ticket("A042"), Language::fr); // once more
    tickets.finishAll();
    BOOST_TEST(presenter.trouble() == "The ticket cannot be printed. The number is enough: A044.");
}

BOOST_AUTO_TEST_CASE(every_sheet_says_that_it_failed_although_another_one_was_printed)
{
    int printed = 0;
    const auto letters = [&] {
        presenter.document({.title = [](const Messages&) { return "Letters"; },
                            .fileName = "letters",
                            .draw = [] { return printing::Sheet{}; },
                            .printed = [&printed] { ++printed; }});
        tasks.finishAll();
        presenter.print();
    };
    letters();
    letters();
    letters();
    sheets.finishOne();
    BOOST_TEST(printed == 1); // its page hears of it, although two more were sent behind it
    trouble(printing::PaperOut("media-empty"));
    sheets.finishOne();
    printer.trouble = nullptr;
    BOOST_TEST(presenter.trouble() == "The printer has no paper. Put paper in, then print again.");
    sheets.finishAll();
    BOOST_TEST(printed == 2);
    BOOST_TEST((presenter.state().phase == Phase::printed));
}

BOOST_AUTO_TEST_CASE(without_a_ticket_printer_the_ticket_is_previewed)
{
    printer.papers = {Paper::a4};
    BOOST_TEST(!presenter.hasTicketPrinter());
    presenter.ticket(ticket("A042"), Language::fr);
    tasks.finishAll();
    BOOST_TEST(wanted == 1);
    BOOST_TEST(presenter.state().title == "Ticket A042");
    BOOST_TEST(presenter.state().sheet->widthMm == 80);
    BOOST_TEST(!presenter.state().canPrint);
    BOOST_TEST(presenter.state().canSave);
}

BOOST_AUTO_TEST_SUITE_END()
