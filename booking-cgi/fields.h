// booking-cgi/fields.h - names and values of a query or a form, as browsers send them.
#pragma once
#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace accueil::web
{
/// The request cannot be understood or is too large; `status()` is the answer's. `what()` names the rule,
/// never a value.
class BadRequest : public std::runtime_error
{
public:
    BadRequest(int status, const std::string& rule) : std::runtime_error(rule), status_(status) {}
    int status() const { return status_; }

private:
    int status_;
};

/// Unreserved characters stay, everything else becomes %XX.
std::string percentEncode(std::string_view text);
/// '+' is a blank. Nothing for a broken %-sequence.
std::optional<std::string> percentDecode(std::string_view text);

/// In the order in which they came; a name may come more than once. Values are UTF-8 without control
/// characters.
class Fields
{
public:
    static constexpr std::size_t maxCount = 200;
    static constexpr std::size_t maxName = 64, maxValue = 2000; ///< bytes

    Fields() = default;
    Fields(std::initializer_list<std::pair<std::string, std::string>> fields) : fields_(fields) {}

    /// @throws BadRequest  400 for broken coding, text that is not UTF-8, or more than the limits
    static Fields parse(std::string_view encoded);

    void add(std::string name, std::string value) { fields_.emplace_back(std::move(name), std::move(value)); }
    void append(const Fields& other);
    bool has(std::string_view name) const;
    std::string one(std::string_view name) const; ///< the first of that name, or ""
    std::vector<std::string> all(std::string_view name) const;
    std::string encoded() const; ///< "p=POP-EID%3A1&lang=fr"

    auto begin() const { return fields_.begin(); }
    auto end() const { return fields_.end(); }
    bool empty() const { return fields_.empty(); }

private:
    std::vector<std::pair<std::string, std::string>> fields_;
};
} // namespace accueil::web
