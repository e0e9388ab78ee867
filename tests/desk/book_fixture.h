// tests/desk/book_fixture.h - the Book page on a Monday, with places and a person.
#pragma once
#include "fake_desk.h"
#include "staff-desktop/logic/book_presenter.h"

namespace accueil
{
using namespace std::chrono_literals;

inline const Day monday = makeDay(2026, 11, 23), thursday = makeDay(2026, 11, 26);

struct BookFixture : DeskFixture
{
    BookPresenter presenter{desk};
    std::vector<BookFocus> carets;
    Listening caret = presenter.onFocus([this](BookFocus at) { carets.push_back(at); });

    BookFixture()
    {
        town.holdsUntil = clock.now() + 10min;
        offer({{monday, 680},
               {monday, 690},
               {thursday, 510},
               {thursday, 530},
               {thursday, 550},
               {thursday, 570}});
    }
    void chooseCard()
    {
        presenter.add(identityCard);
        tasks.finishAll();
    }
    void hold(std::size_t line = 2)
    {
        presenter.chooseLine(line);
        tasks.finishAll();
    }
    void typePerson()
    {
        presenter.type(PersonField::lastName, "Exemple");
        presenter.type(PersonField::firstName, "Camille");
        presenter.type(PersonField::birthDate, "14031958");
    }
    void readyToConfirm()
    {
        chooseCard();
        hold();
        typePerson();
    }
    /// The booking itself is on its way; what the person has already was read before.
    void confirmAtOnce()
    {
        readyToConfirm();
        tasks.finishAll();
        presenter.confirm();
    }
    void confirmAndLose()
    {
        readyToConfirm();
        town.loseNext("book");
        presenter.confirm();
        tasks.finishAll();
    }
    /// The catalogue is read again, without these.
    void withdraw(const std::vector<ProcedureId>& gone)
    {
        CatalogueParts less = smallTown();
        std::erase_if(less.procedures,
                      [&](const Procedure& one) { return std::ranges::find(gone, one.id) != gone.end(); });
        desk.renew(std::make_shared<const Catalogue>(less));
        presenter.renewed();
    }
    std::string starts() const
    {
        std::string line;
        for (const auto& start : presenter.state().when.starts)
            line += start.time + (start.held ? "* " : start.onItsWay ? "? " : " ");
        return line;
    }
};
} // namespace accueil
