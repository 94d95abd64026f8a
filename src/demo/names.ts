/** Names for people who do not exist. */
export const firstNames =
  `Ada Agnes Aisha Albin Alma Amir Anouk Arthur Astrid Beatriz Benno Bruno Carla Cedric Celia Clara Conrad Daria David Delia
Edith Elif Elias Emil Enya Erik Esther Farah Felix Fiona Flora Frank Freya Gareth Gemma Greta Hamza Hana Harriet Hugo Ida Ilse Imran Ines Iris
Ivan Jana Jasper Joan Jonas Jules Karim Katja Keira Kofi Lars Layla Leo Lidia Linus Lorna Lucia Magnus Maja Malik Marek Martha Mateo Maud Milan
Mona Nadir Naomi Nessa Nico Nora Olaf Olive Oskar Paula Percy Petra Quentin Rafael Rania Renate Rhys Rosa Ruben Sami Selma Silas Sofia Stella
Sven Tamar Tariq Thea Tilda Tobias Una Ursula Vera Viktor Wanda Willem Yara Yusuf Zara Zoe`.split(/\s+/)

export const lastNames =
  `Abbott Adler Ainsley Almeida Amato Arden Ashby Bakker Barlow Becker Bell Berg Birch Blom Boone Brandt Brook Carver Castell
Chandra Cole Conti Cross Dahl Danforth Diaz Doyle Drew Ebner Ellery Engel Fabian Farrow Fink Fletcher Foss Galli Garner Gould Grant Grove Haas
Hale Hartley Hayes Heath Holm Hooper Iqbal Jansen Joyce Kaya Keller Kerr Khan Kowal Krause Lacey Lang Larkin Lund Mahler Marsh Mehta Mercer
Moreau Moss Nash Novak Oakes Obi Orton Osei Palmer Parry Pereira Pike Quinn Rahman Reyes Rossi Rowe Said Sato Schmid Shaw Silva Stark Stone
Sutter Thorn Tully Underhill Vance Vogel Walsh Ward Weber Whitby Wolff Yates York Zeller`.split(/\s+/)

export const businesses =
  `Harbour Bakery|Linden Dental Practice|Old Mill Brewery|Fernside Care Home|Copperfield School|Tideway Laundry|Elm Street Garage
Saltworks Hotel|Meadow Dairy|Bramble Nursery|Castle Print Works|Northgate Gym|Orchard Foods|Riverside Clinic|Beacon Theatre|Ashdown Stables
Kiln Lane Pottery|Willow Court Flats|Quayside Fish Market|Sundial Cafe|Granite Tools|Larkfield Farm|Parkway Swimming Pool|Minster Bookshop
Foxglove Flowers|Highfield Textiles|Ropewalk Studios|Stonebridge Joinery|Clearwater Aquatics|Heron Housing Trust|Juniper Restaurant
Lighthouse Hostel|Maple Pharmacy|Nettle and Thyme|Oakridge Surgery|Pinewood Campsite|Redbrick Offices|Signal Box Museum|Tannery Lofts
Upland Wool|Viaduct Car Wash|Weavers Guildhall|Yardarm Marina|Abbey Gardens|Birchwood Village Hall|Cobalt Plating|Drift Surf School
Easterly Packaging|Forge Motor Works|Gable Guest House|Hollow Tree Nursery School|Inkwell Stationers|Jetty Boatyard|Keystone Masonry
Lantern Bistro|Millpond Fisheries|Nightingale Hospice|Otter Valley Cheese|Paddock Vets|Quarry Concrete`
    .split(/[|\n]/)
    .map(name => name.trim())
