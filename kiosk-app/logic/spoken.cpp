#include "kiosk-app/logic/page_views.h"

namespace accueil::kiosk
{
namespace
{
/// Sentences one after the other, each with an end that makes the voice pause.
class Speech
{
public:
    Speech& say(const std::string& text)
    {
        if (text.empty()) return *this;
        if (!all_.empty()) all_ += ' ';
        all_ += text;
        if (std::string_view(".?!:").find(text.back()) == std::string_view::npos) all_ += '.';
        return *this;
    }
    Speech& say(const Choice& choice) { return say(choice.title).say(choice.text); }
    Speech& say(const Line& line) { return say(line.title).say(line.text); }
    template <class Item>
    Speech& say(const std::vector<Item>& items)
    {
        for (const auto& item : items) say(item);
        return *this;
    }
    std::string text() const { return all_; }

private:
    std::string all_;
};

/// "A 0 4 2": a number is called digit by digit, and so it is learnt.
std::string spelled(const std::string& number)
{
    std::string apart;
    for (const char c : number) {
        if (!apart.empty()) apart += ' ';
        apart += c;
    }
    return apart;
}

struct Reader
{
    Speech speech{};

    void operator()(const HomeView& v)
    {
        speech.say(v.notice.empty() ? v.title : v.notice).say(v.scanTitle).say(v.scanHow).say(v.scanWhere);
        speech.say(v.birthDate).say(v.noAppointment);
    }
    void operator()(const BirthDateView& v)
    {
        speech.say(v.title).say(v.problem.empty() ? v.example : v.problem);
        for (const auto& field : v.fields)
            if (!field.typed.empty()) speech.say(field.label + " " + field.typed).say(field.hint);
    }
    void operator()(const WhichTimeView& v) { speech.say(v.title).say(v.text).say(v.times).say(v.forgotten); }
    void operator()(const TicketView& v)
    {
        speech.say(v.title).say(v.numberLabel + " " + spelled(v.number)).say(v.areaLabel + " " + v.area);
        speech.say(v.ahead + " " + v.aheadText).say(v.waitText + " " + v.wait).say(v.steps);
    }
    void operator()(const FactView& v)
    {
        speech.say(v.title).say(v.text);
        if (v.panel) {
            speech.say(v.panel->label + " " + v.panel->value);
            if (!v.panel->secondLabel.empty()) speech.say(v.panel->secondLabel + " " + v.panel->secondValue);
        }
        speech.say(v.lines).say(v.action).say(v.footnote);
    }
    void operator()(const ChoiceView& v)
    {
        speech.say(v.title).say(v.text);
        for (const auto& choice : v.choices) speech.say(choice.title);
        speech.say(v.other);
    }
    void operator()(const AwayView& v) { speech.say(v.title).say(v.text).say(v.where).say(v.foot); }
};
} // namespace

std::string spokenText(const PageView& page)
{
    Reader reader;
    std::visit(reader, page);
    return reader.speech.text();
}
} // namespace accueil::kiosk
