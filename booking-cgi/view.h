// booking-cgi/view.h - what a template shows: texts, flags and lists by name; texts are escaped by the
// template.
#pragma once
#include <kainjow/mustache.hpp>
#include <string>
#include <utility>
#include <vector>

namespace accueil::web
{
class View
{
public:
    View() : data_(kainjow::mustache::data::type::object) {}

    /// An empty text counts as false, so that a section of its name vanishes.
    View& text(const std::string& name, const std::string& value)
    {
        if (value.empty()) return flag(name, false);
        data_.set(name, kainjow::mustache::data(value));
        return *this;
    }
    View& flag(const std::string& name, bool value)
    {
        data_.set(name, kainjow::mustache::data(value));
        return *this;
    }
    View& list(const std::string& name, const std::vector<View>& items)
    {
        kainjow::mustache::data all(kainjow::mustache::data::type::list);
        for (const View& item : items) all.push_back(item.data_);
        data_.set(name, all);
        return *this;
    }
    /// Items that are mere texts: {{#papers}}{{text}}{{/papers}}
    View& texts(const std::string& name, const std::vector<std::string>& items)
    {
        std::vector<View> views;
        for (const auto& item : items) views.push_back(View().text("text", item));
        return list(name, views);
    }
    View& object(const std::string& name, const View& inner)
    {
        data_.set(name, inner.data_);
        return *this;
    }
    const kainjow::mustache::data& data() const { return data_; }

private:
    kainjow::mustache::data data_;
};
} // namespace accueil::web
