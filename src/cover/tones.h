// The few colours that a made cover is reduced to, which makes its file a fifth as large.
#pragma once

#include <vector>

#include "pictures/picture.h"
#include "style/theme.h"

namespace garland {

// How many steps lead from the ground of a cover to its ink.
constexpr int kToneSteps = 6;

// The colour that stands so many steps from the ground.
Color cover_tone(Color ground, Color ink, int step);

// Ten colours: from the ground to the ink in even steps, and from the ground to the berries.
std::vector<Color> cover_tones(Color ground, Color ink, Color berry);

// Gives each pixel the tone that is nearest to it. Requires opaque pixels of three channels.
void reduce_to_tones(Pixels& pixels, const std::vector<Color>& tones);

}  // namespace garland
